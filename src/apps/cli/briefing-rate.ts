import { WrongUse } from './command.ts';

/** A number of mails a second, undefined where none was given. Throws WrongUse for anything else. */
export function readRate(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const rate = Number(text);
  if (!/^[1-9]\d{0,4}$/.test(text) || rate > 10_000) {
    throw new WrongUse(`--rate takes a number of mails a second from 1 to 10000, not "${text}".`);
  }
  return rate;
}
