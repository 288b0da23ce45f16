import { WrongUse } from './command.ts';

/** The one word of a command that takes a file. */
export function readFileWord(words: string[]): string {
  const [file, ...more] = words;
  if (!file || more.length > 0) throw new WrongUse('This command takes one file.');
  return file;
}
