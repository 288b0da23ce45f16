import type { RecordEntity } from '#record/record.ts';
import { contentOf, stem, wordsOf } from './event-words.ts';

/** Somebody or something in the subject of an event: a person, another name, or plain words ("the minutes"). */
export type Actor = { kind: 'person' | 'name' | 'thing'; name: string };

/** A name as it is compared. */
export const nameKey = (name: string): string =>
  wordsOf(name)
    .filter((word) => word !== 'the')
    .join(' ');

/** What a name of a text is, by the entities that were read there. */
export function toActor(name: string, entities: readonly Pick<RecordEntity, 'name' | 'type'>[]): Actor {
  const key = nameKey(name);
  const entity = entities.find((one) => nameKey(one.name) === key);
  return { kind: !entity ? 'thing' : entity.type === 'PER' ? 'person' : 'name', name };
}

/** Words by which the reports of an event are looked for in the table: every word of its actors. */
export const lookupKeys = (actors: readonly Actor[]): string[] => [
  ...new Set(actors.flatMap(({ name }) => [...contentOf(name)])),
];

/** The noun that a subject is about: "minutes" of "the minutes of the meeting". */
export function headOf(subject: string): string {
  const [phrase = ''] = subject
    .toLowerCase()
    .split(/\s+(?:of|for|in|on|between|with|to|from|by|about|over|into)\s+|,/);
  return stem(wordsOf(phrase).at(-1) ?? '');
}

/** Common Korean family names, which stand first: "Park Geun-hye". */
const KOREAN = new Set(
  'kim lee park choi jung jeong kang cho yoon yun jang lim im han oh seo shin kwon hwang ahn song ryu yoo hong moon son bae baek nam roh noh ri pak'.split(
    ' ',
  ),
);

/** Family and given names of a person, in lower case. */
export function personName(name: string): { family: string; given: string | undefined } {
  const words = wordsOf(name).filter((word) => !/^(?:jr|sr|ii|iii)\.?$/.test(word));
  const [first = '', second] = words;
  if (second?.includes('-') && KOREAN.has(first)) return { family: first, given: second };
  return { family: words.at(-1) ?? '', given: words.length > 1 ? first : undefined };
}

/** Whether two names may be one person's: the same family name, and no given names that differ. */
export function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [personName(a), personName(b)];
  if (one.family !== other.family) return false;
  if (!one.given || !other.given) return true;
  const [short, long] = [one.given, other.given].toSorted((x, y) => x.length - y.length) as [string, string];
  return short === long || (/^\p{L}\.?$/u.test(short) && long.startsWith(short.charAt(0)));
}

/** Whether two actors are the same; of plain words only their noun is compared, so they prove little alone. */
export function isSameActor(a: Actor, b: Actor): boolean {
  if (a.kind === 'person' || b.kind === 'person') return a.kind === b.kind && isSamePerson(a.name, b.name);
  if (a.kind === 'name' && b.kind === 'name') return nameKey(a.name) === nameKey(b.name);
  return headOf(a.name) === headOf(b.name) && headOf(a.name) !== '';
}

/** As the table keeps it: `person:John Smith`. */
export const toActorText = ({ kind, name }: Actor): string => `${kind}:${name}`;
export function fromActorText(text: string): Actor {
  const [kind, ...name] = text.split(':');
  return { kind: kind === 'person' || kind === 'name' ? kind : 'thing', name: name.join(':') };
}
