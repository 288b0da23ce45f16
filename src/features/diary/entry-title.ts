import { beginningOf } from '#lib/text.ts';
import { isDone } from './event-words.ts';

const LONGEST = 110;
/** "The vote is set for": the words after the subject say nothing more. */
const ARRANGED = /^(?:be )?(?:set|scheduled|due|slated|planned|expected|cancell?ed|postponed)\b\s*/i;

/** What these words mean stands in another sentence. */
const UNTOLD =
  /\s+(?:(?:them|it|him|herself|himself|itself|themselves|which|who)\b.*|her|this|that|on|to|in|for)$/i;

const joinNames = (who: readonly string[], and: string): string =>
  who.length < 2 ? (who[0] ?? '') : `${who.slice(0, -1).join(', ')}${and}${who.at(-1)}`;

/**
 * A title for an entry out of the words of the story: "John Smith to visit South Korea", "The minutes to be published", "The vote".
 * @param language BCP 47 tag of the words.
 */
export function entryTitle(
  { who, what }: { who: readonly string[]; what: string },
  language: string,
): string {
  if (/^ko\b/i.test(language)) return beginningOf(`${joinNames(who, '·')} ${what}`.trim(), LONGEST);
  const told = what.replace(UNTOLD, '');
  const rest = told.replace(ARRANGED, '').trim();
  const subject = joinNames(who, ' and ');
  const words =
    rest === '' || rest !== told ? rest : isDone(rest.split(' ')[0] ?? '') ? `to be ${rest}` : `to ${rest}`;
  const title = beginningOf(`${subject} ${words}`.trim(), LONGEST);
  return title.charAt(0).toUpperCase() + title.slice(1);
}
