import { oneLine } from '#document/clean-text.ts';

/**
 * The first sentence of a text without its dateline, for a flash that has no headline but itself; undefined where it is
 * longer than any headline.
 */
export function firstSentence(text: string): string | undefined {
  const bare = oneLine(text.slice(0, 600)).replace(
    /^.{0,60}?\([^()]{2,40}\)\s{0,2}(?:--?|–|—|_|=)\s{0,2}/,
    '',
  );
  const sentence = /^.{10,220}?\p{Ll}{2,}["”»')]{0,2}[.!?]["”»')]{0,2}(?=\s|$)/u.exec(bare)?.[0] ?? bare;
  return sentence === '' || sentence.length > 220 ? undefined : sentence.replace(/\.$/, '');
}
