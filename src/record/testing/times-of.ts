import { readRecord, type TextOrigin } from '../read-record.ts';

/** Wednesday 25 March 2015, seven in the evening in Seoul: when the texts in tests are written. */
export const WEDNESDAY: TextOrigin = { published: '2015-03-25T19:00:00+09:00' };

/** Each time as "words = value", with its mod where it has one. */
export const timesOf = (text: string, origin: TextOrigin = WEDNESDAY): string[] =>
  readRecord(text, origin).times.map(
    ({ text: words, value, mod }) => `${words} = ${value}${mod ? ` ${mod}` : ''}`,
  );
