import { AppError } from '#lib/errors.ts';

/** Far above anything a provider sends in earnest, and low enough that one message never starves the program. */
export const LIMITS = {
  messageBytes: 64 * 1024 * 1024,
  depth: 1_000,
  elements: 1_000_000,
  attributesPerElement: 1_000,
  attributes: 2_000_000,
  items: 100_000,
  /** Of the text in one element, or one string of JSON. */
  characters: 8_000_000,
  jsonDepth: 200,
  jsonContainers: 1_000_000,
} as const;

/** Refuses a message, with a sentence for whoever looks at the source. */
export function refuse(sentence: string): never {
  throw new AppError('bad_input', sentence);
}
