import { WrongUse } from './command.ts';

/** The one name that a command on a rule is about. Throws WrongUse. */
export function oneName(words: readonly string[]): string {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) throw new WrongUse('Write the name of one rule.');
  return name;
}
