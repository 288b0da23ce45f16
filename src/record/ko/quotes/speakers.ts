import type { RecordEntity, RecordQuote } from '../../record.ts';
import { isKoreanTitle } from '../names/name-words.ts';
import { isKoreanOrganisation } from '../names/organisations.ts';
import { isSubjectParticle, splitParticle } from '../particles.ts';

export type Speaker = {
  start: number;
  end: number;
  name: string;
  level: RecordQuote['attribution'];
};

/** Who speaks without a name: "관계자", "소식통". */
const ANONYMOUS =
  /(?:관계자|소식통|당국자|전문가|주민|목격자|측근|외교관|인사|시민|직원|네티즌|누리꾼|애널리스트|학생|유족|피해자|참석자|상인|교사|의사|변호인|외교가|업계)(?:들)?$/;
const DOCUMENT = /(?:보고서|성명|자료|문건|논평|담화|판결문|공소장|설문조사|여론조사|통계)$/;
const SPOKESPERSON = /대변인$/;
const BODY =
  /(?:부|청|원|회|당|측|처|은행|위|사|군|경찰|검찰|법원|정부|당국|신문|통신|방송|일보|협회|기구|그룹|전자|대사관|총리실)$/;

type Word = { start: number; end: number; text: string };

/** The words between two offsets. */
export function wordsBetween(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (const found of text.slice(from, to).matchAll(/[^\s,“”"‘’()]+/gu))
    words.push({ start: from + found.index, end: from + found.index + found[0].length, text: found[0] });
  return words;
}

function levelOf(noun: string, person: boolean): Speaker['level'] {
  if (ANONYMOUS.test(noun)) return 'anonymous';
  if (person) return 'named';
  if (DOCUMENT.test(noun)) return 'document';
  if (SPOKESPERSON.test(noun) || BODY.test(noun) || isKoreanOrganisation(noun)) return 'organisation';
  return 'none';
}

/** As many words before a noun may say which one is meant: "국방부 고위 관계자". */
const BEFORE = 4;

/** The speaker that a noun at `at` of `words` is the head of, with what says who it is. */
function speakerAt(
  text: string,
  words: readonly Word[],
  at: number,
  noun: string,
  entities: readonly RecordEntity[],
): Speaker | undefined {
  const head = words[at];
  if (!head) return undefined;
  const end = head.start + noun.length;
  const reach = words[Math.max(0, at - BEFORE)]?.start ?? head.start;
  const person = entities.findLast(
    (entity) => entity.type === 'PER' && entity.start >= reach && entity.end <= end,
  );
  // The name itself, or a name with its office right up to the noun
  if (person && (person.end === end || isKoreanTitle(noun) || /^(?:.{1,4})?씨$/.test(noun)))
    return { start: person.start, end, name: person.name, level: 'named' };
  const level = levelOf(noun, false);
  if (level === 'none') return undefined;
  let start = head.start;
  for (let back = at - 1; back >= Math.max(0, at - BEFORE + 1); back--) {
    const word = words[back];
    if (
      !word ||
      text.slice(word.end, start) !== ' ' ||
      !/^[가-힣A-Z·]+$/.test(word.text) ||
      /[는던]$/.test(word.text)
    )
      break;
    const { particle } = splitParticle(word.text);
    if (
      particle !== '' &&
      particle !== '의' &&
      !isKoreanOrganisation(word.text) &&
      !/^(한|고위|익명의|미국|정부|현지)$/.test(word.text)
    )
      break;
    start = word.start;
  }
  return { start, end, name: text.slice(start, end), level };
}

/** The last one in a stretch of text who is marked as its subject, or whose words it follows ("…에 따르면"). */
export function speakerIn(
  text: string,
  from: number,
  to: number,
  entities: readonly RecordEntity[],
): Speaker | undefined {
  const words = wordsBetween(text, from, to);
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at];
    // "김정은" ends like a word with a particle
    if (!word || entities.some(({ type, end }) => type === 'PER' && end === word.end)) continue;
    const mister = /^씨(은|는|이|가|도)$/.exec(word.text);
    const { stem, particle } = mister ? { stem: '씨', particle: mister[1] ?? '' } : splitParticle(word.text);
    const according = particle === '에' && /^따르면/.test(words[at + 1]?.text ?? '');
    if (!according && !isSubjectParticle(particle)) continue;
    if (/^(그|그녀)$/.test(stem)) return undefined;
    const found = speakerAt(text, words, at, stem, entities);
    if (found) return found;
  }
  return undefined;
}

/** Whether a stretch has "그는" or "그녀는" as its subject. */
export const hasPronoun = (
  text: string,
  from: number,
  to: number,
): { start: number; end: number } | undefined => {
  const word = wordsBetween(text, from, to).findLast(({ text: found }) => /^(그|그녀)(는|가)$/.test(found));
  return word && { start: word.start, end: word.end - 1 };
};
