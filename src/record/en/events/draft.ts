import type { RecordEvent } from '../../record.ts';
import type { SentenceView } from './sentence-view.ts';

/** An event before it is joined with others that tell the same; `base` is what they are compared by. */
export type Draft = Omit<RecordEvent, 'start' | 'end' | 'text' | 'rule'> & { base: string; rule: string };

/** A draft with its sentence, which is what an event cuts from the text. */
export type Told = { draft: Draft; event: RecordEvent };

export function toTold(
  { analysis: { text, tokens }, sentence }: SentenceView,
  draft: Draft,
  explain: boolean,
): Told {
  const start = tokens[sentence.from]?.start ?? 0;
  const end = tokens[sentence.to - 1]?.end ?? start;
  const { base: _, rule, confidence, ...rest } = draft;
  return {
    draft,
    event: { start, end, text: text.slice(start, end), ...rest, confidence, ...(explain && { rule }) },
  };
}
