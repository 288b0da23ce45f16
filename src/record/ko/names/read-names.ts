import { toSlug } from '#lib/slug.ts';
import type { Analysis } from '../../analysis.ts';
import type { RecordEntity } from '../../record.ts';
import { particleAt, splitParticle } from '../particles.ts';
import { isHangul } from '../words.ts';
import { FAMILY_NAMES, FOREIGN_FIRST_NAMES, FOREIGN_PEOPLE, isKoreanTitle, NO_NAMES } from './name-words.ts';
import { isKoreanOrganisation } from './organisations.ts';
import { isKoreanPlace } from './places.ts';

type Type = RecordEntity['type'];
type Mention = { start: number; end: number; type: Type; name: string; role?: string; rule: string };
type Word = { start: number; end: number; text: string };

/** The words of a text that begin with Hangul and after a space or a mark: "3월"'s "월" is none. */
function wordsOf({ text, tokens }: Analysis): Word[] {
  return tokens.filter(
    ({ kind, start }) => kind === 'word' && !(start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(start - 1))),
  );
}

const isNext = (text: string, before: Word, after: Word | undefined): after is Word =>
  after !== undefined && after.start - before.end === 1 && text.charAt(before.end) === ' ';

/** Whether a word may be a full Korean name: a family name with one or two syllables. */
function isFullName(word: string): boolean {
  if (NO_NAMES.has(word) || isKoreanPlace(word) || isKoreanOrganisation(word) || isKoreanTitle(word))
    return false;
  if (!/^[가-힣]{3,4}$/.test(word) && !/^[가-힣]{2}$/.test(word)) return false;
  const double = FAMILY_NAMES.has(word.slice(0, 2)) && word.length > 2;
  return double ? word.length <= 4 : FAMILY_NAMES.has(word.slice(0, 1)) && word.length < 4;
}

/** How many words may stand between a name and its title: "한민구 국방부 장관", "윤병세 한국 외교부 장관". */
const ROLE = 3;

/** Where the office that follows a word ends, without its particle. */
function roleAfter(
  text: string,
  words: readonly Word[],
  at: number,
): { end: number; from: number } | undefined {
  let before = words[at];
  for (let next = at + 1; next <= at + ROLE; next++) {
    const word = words[next];
    if (!before || !isNext(text, before, word)) return undefined;
    const { stem, particle } = splitParticle(word.text);
    const title = isKoreanTitle(word.text) ? word.text : isKoreanTitle(stem) ? stem : undefined;
    if (title) return { from: words[at + 1]?.start ?? word.start, end: word.start + title.length };
    const leads = particle === '' || particle === '도' || particle === '의';
    if (!leads && !isKoreanPlace(word.text) && !isKoreanOrganisation(word.text)) return undefined;
    if (!isKoreanPlace(word.text) && !isKoreanOrganisation(word.text) && !LEADING.test(word.text))
      return undefined;
    before = word;
  }
  return undefined;
}
/** Words that may stand in an office: "전", "신임", "국방", "원내". */
const LEADING =
  /^(전|현|신임|당시|국방|외교|통일|재무|법무|국무|수석|선임|공동|원내|최고|상임|명예|특별|청와대|연방|중앙|정책|안보|경제|국가안보|[가-힣]{2,8}(?:부|당|청|원|실|국|처|회|대|사|팀|군|시|도|구|과|센터|본부|전자|은행|그룹))$/;

/** "아베 신조": a family name that comes first, known from elsewhere. */
function familyFirst(
  text: string,
  words: readonly Word[],
  at: number,
  person: (end: number, start?: number) => Mention,
): Mention | undefined {
  const [first, word] = [words[at - 1], words[at]];
  if (!first || !word || !isNext(text, first, word) || !FOREIGN_PEOPLE.has(first.text)) return undefined;
  return person(word.end, first.start);
}

function personAt(text: string, words: readonly Word[], at: number): Mention | undefined {
  const word = words[at];
  if (!word) return undefined;
  const role = roleAfter(text, words, at);
  const person = (end: number, start = word.start): Mention => ({
    start,
    end,
    type: 'PER',
    name: text.slice(start, end),
    ...(role && { role: text.slice(role.from, role.end) }),
    rule: 'name-before-title',
  });
  // "김철수(42)"
  if (
    isFullName(word.text) &&
    word.text.length > 2 &&
    /^\(\d{1,3}(?:·|\)|세)/.test(text.slice(word.end, word.end + 6))
  )
    return { ...person(word.end), rule: 'name-with-age' };
  if (!role || FOREIGN_FIRST_NAMES.has(word.text)) return role && familyFirst(text, words, at, person);
  if (FOREIGN_PEOPLE.has(word.text)) {
    const first = words[at - 1];
    const full = first && isNext(text, first, word) && FOREIGN_FIRST_NAMES.has(first.text);
    return person(word.end, full ? first.start : word.start);
  }
  const first = words[at - 1];
  if (
    first &&
    isNext(text, first, word) &&
    FOREIGN_FIRST_NAMES.has(first.text) &&
    /^[가-힣]{2,6}$/.test(word.text) &&
    !NO_NAMES.has(word.text) &&
    !isKoreanPlace(word.text)
  )
    return person(word.end, first.start);
  return isFullName(word.text) ? person(word.end) : undefined;
}

/** An organisation or a place: the word alone, or with a particle. */
function nounAt(text: string, { start, text: word }: Word): Mention | undefined {
  for (let length = Math.min(word.length, 16); length > 1; length--) {
    const noun = word.slice(0, length);
    if (particleAt(text, start + length) === undefined) continue;
    const organisation = isKoreanOrganisation(noun);
    if (organisation || isKoreanPlace(noun))
      return {
        start,
        end: start + length,
        type: organisation ? 'ORG' : 'LOC',
        name: noun,
        rule: organisation ? 'organisation' : 'place',
      };
  }
  return undefined;
}

type Known = { full: Map<string, string>; byFamily: Map<string, string> };

function learn(known: Known, { name }: Mention): void {
  const last = name.split(' ').at(-1) ?? name;
  known.full.set(last, name);
  known.full.set(name, name);
  if (!name.includes(' '))
    known.byFamily.set(
      FAMILY_NAMES.has(name.slice(0, 2)) && name.length > 3 ? name.slice(0, 2) : name.slice(0, 1),
      name,
    );
}

/** A short form of somebody already named: "한 장관", "김씨", the name again without its title. */
function shortAt(text: string, words: readonly Word[], at: number, known: Known): Mention | undefined {
  const word = words[at];
  if (!word) return undefined;
  const found = (name: string, end: number): Mention => ({
    start: word.start,
    end,
    type: 'PER',
    name,
    rule: 'short-name',
  });
  const next = words[at + 1];
  const family = known.byFamily.get(word.text);
  if (
    family &&
    isNext(text, word, next) &&
    (isKoreanTitle(next.text) || isKoreanTitle(splitParticle(next.text).stem))
  )
    return found(family, word.end);
  const mister = /^([가-힣]{1,2})씨/.exec(word.text);
  const named = mister?.[1] && known.byFamily.get(mister[1]);
  if (named && particleAt(text, word.start + (mister?.[0].length ?? 0)) !== undefined)
    return found(named, word.start + (mister?.[1]?.length ?? 0));
  for (let length = Math.min(word.text.length, 8); length > 1; length--) {
    const name = known.full.get(word.text.slice(0, length));
    if (name && particleAt(text, word.start + length) !== undefined) return found(name, word.start + length);
  }
  return undefined;
}

const idOf = (type: Type, name: string): string => `${type.toLowerCase()}-${toSlug(name)}`;

/** Reads the names of people, organisations and places in a Korean text; particles are no part of them. */
export function readKoreanNames(analysis: Analysis, explain: boolean): RecordEntity[] {
  const { text } = analysis;
  const words = wordsOf(analysis).filter(({ start }) => isHangul(text, start));
  const known: Known = { full: new Map(), byFamily: new Map() };
  const people = words.map((_, at) => personAt(text, words, at));
  for (const person of people) if (person && !known.full.has(person.name)) learn(known, person);
  const entities: RecordEntity[] = [];
  words.forEach((word, at) => {
    const mention = people[at] ?? nounAt(text, word) ?? shortAt(text, words, at, known);
    if (!mention) return;
    const { start, end, type, role, rule } = mention;
    const name = type === 'PER' ? (known.full.get(mention.name) ?? mention.name) : mention.name;
    if (start < (entities.at(-1)?.end ?? 0)) return;
    entities.push({
      start,
      end,
      text: text.slice(start, end),
      type,
      id: idOf(type, name),
      name,
      confidence: rule === 'short-name' ? 0.75 : 0.85,
      ...(role && { role }),
      ...(explain && { rule }),
    });
  });
  return entities;
}
