import { WrongUse } from './command.ts';

/** The one number that a command is about. Throws WrongUse for anything else. */
export function readId(words: readonly string[], what: string): number {
  const [word = '', ...more] = words;
  const id = Number(word);
  if (more.length > 0 || !/^[1-9][0-9]{0,14}$/.test(word) || !Number.isSafeInteger(id)) {
    throw new WrongUse(`Write the number of one ${what}, as the list shows it.`);
  }
  return id;
}
