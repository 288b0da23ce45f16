import { toSlug } from '#lib/slug.ts';
import type { RecordEntity } from '../../record.ts';

/** A mention of a name before it is joined with the others. */
export type Mention = Omit<RecordEntity, 'id' | 'name'>;

type Shorts = Map<string, string>;

const words = (name: string): string[] => name.split(/[\s ]+/u);

/** "WHO" for "World Health Organisation", "KCNA" for "Korean Central News Agency": the first letters of the words that have capitals. */
const initialsOf = (name: string): string =>
  words(name)
    .map((word) => word.charAt(0))
    .filter((letter) => letter !== letter.toLowerCase())
    .join('');

/** The short forms that each long name in a text may be called by; the name that came first keeps them. */
function learnShorts(mentions: readonly Mention[]): Shorts {
  const shorts: Shorts = new Map();
  const firsts: string[] = [];
  const learn = (key: string, name: string): void => void (shorts.has(key) || shorts.set(key, name));
  for (const { text, type } of mentions) {
    const parts = words(text);
    if (parts.length < 2) continue;
    if (type === 'PER') {
      learn(`PER ${parts.at(-1)}`, text);
      // A family name that comes first: "Han Min-koo"
      if (parts.length === 2 && (parts[1] ?? '').includes('-')) learn(`PER ${parts[0]}`, text);
      else firsts.push(text);
    }
    const initials = initialsOf(text);
    if (type === 'ORG' && initials.length > 1) learn(`ORG ${initials}`, text);
  }
  // First names after all last ones: "Valeska Paris … Valeska"
  for (const text of firsts) learn(`PER ${words(text)[0]}`, text);
  return shorts;
}

const ALIASES = new Map([
  ['US', 'United States'],
  ['USA', 'United States'],
  ['UK', 'United Kingdom'],
  ['S Korea', 'South Korea'],
  ['N Korea', 'North Korea'],
]);

/** Gives each mention the full name in the text, and one id to all mentions of it. */
export function joinNames(mentions: readonly Mention[]): RecordEntity[] {
  const shorts = learnShorts(mentions);
  return mentions.map((mention) => {
    const plain = mention.type === 'ORG' ? mention.text.replaceAll('.', '') : mention.text;
    const name =
      ALIASES.get(mention.text.replaceAll('.', '').replaceAll('\u00a0', ' ')) ??
      shorts.get(`${mention.type} ${plain}`) ??
      mention.text;
    return { ...mention, id: `${mention.type.toLowerCase()}-${toSlug(name)}`, name };
  });
}
