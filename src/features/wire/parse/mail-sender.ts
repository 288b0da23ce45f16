import { addressParser, type Mailbox } from 'postal-mime';

export type Sender = { byline?: string; credit?: string };

const ROLE =
  /^(?:press|presse|media|news|newsroom|newsdesk|desk|info|contact|kontakt|noreply|no-reply|donotreply|redaktion|pressestelle|office|communications?|comms|pr|service|alerts?|bulletin|editors?|hello|mail|webmaster|kommunikation|prensa|stampa)\b/i;
const ORGANISATION =
  /\b(?:press|news|agency|agentur|agence|agencia|ministry|ministerium|office|desk|team|service|group|gmbh|ag|inc|ltd|llc|plc|corp|university|universität|institute?|redaktion|pressestelle|council|department|commission|foundation|stiftung|association|verband|media|communications?|authority|police|polizei|bank|court|government|nations)\b|통신|연합|일보/iu;

/**
 * Who a message is from, as the paper would name it: a person as the byline, an organisation or a desk as the credit.
 * A name alone does not tell whose words they are, so the sender of a press release is never its byline.
 */
export function readSender(from: string | undefined, release: boolean): Sender {
  const [sender] = from === undefined ? [] : addressParser(from.slice(0, 1_000), { flatten: true });
  const { name = '', address = '' } = (sender ?? {}) as Partial<Mailbox>;
  const words = name
    .replace(/^["']|["']$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '' || words.includes('@')) return {};
  // "Doe, Jane" of address books
  const turned = /^(\p{L}[\p{L}'’-]+), (\p{Lu}[\p{L}'’. -]{1,30})$/u.exec(words);
  const person = turned === null ? words : `${turned[2]} ${turned[1]}`;
  const [, first, organisation] = /^(.{3,50}?)\s?[|(/,@–—-]\s(.{2,60}?)\)?$/.exec(person) ?? [];
  if (ORGANISATION.test(words) || (ROLE.test(address) && !isPerson(words))) {
    if (first !== undefined && organisation !== undefined && isPerson(first) && !release)
      return { byline: first, credit: organisation };
    return { credit: words };
  }
  if (release) return isPerson(person) ? {} : { credit: words };
  return isPerson(person) ? { byline: person } : { credit: words };
}

const isPerson = (name: string): boolean =>
  /^(?:\p{Lu}[\p{L}'’.-]*|von|van|de|der|den|da|di|la|le|al|bin)(?:\s(?:\p{Lu}[\p{L}'’.-]*|von|van|de|der|den|da|di|la|le|al|bin)){1,4}$/u.test(
    name,
  ) || /^[가-힣]{2,4}$/u.test(name);
