import type { Analysis } from '../../analysis.ts';
import type { RecordEntity } from '../../record.ts';
import { genderOf } from '../names/lexicon.ts';
import type { NameRun, People } from './name-runs.ts';
import { isPeopleNoun, isTitle } from './name-words.ts';

/** What "he", "she" and "the mayor" may mean in a text. */
export type References = {
  analysis: Analysis;
  people: People;
  /** The first person named in each sentence: most often its subject. */
  subjects: Map<number, NameRun>;
  /** Who is told to be of which sex, by title or first name: "f" or "m". */
  genders: Map<string, string>;
  /** Who holds an office or trade, where the text says it of one person only. */
  holders: Map<string, { name: string; start: number } | undefined>;
  last?: { from: number; name: string; level: string } | undefined;
};

/** As many sentences back "he" and "she" may reach. */
const BACK = 8;

function findSubjects(analysis: Analysis, people: People): Map<number, NameRun> {
  const subjects = new Map<number, NameRun>();
  for (const run of people.runs) {
    const sentence = analysis.sentenceOf[run.from] ?? -1;
    if (!subjects.has(sentence) && !analysis.quoted[run.from] && people.isPerson(run))
      subjects.set(sentence, run);
  }
  return subjects;
}

const genderByTitle = (low: string): string | undefined =>
  /^(mr|sir|lord|king|prince|brother|father)$/.test(low)
    ? 'm'
    : /^(mrs|ms|miss|lady|dame|queen|princess|sister|mother)$/.test(low)
      ? 'f'
      : undefined;

function findGenders({ tokens }: Analysis, people: People): Map<string, string> {
  const genders = new Map<string, string>();
  for (const run of people.runs) {
    if (!people.isPerson(run)) continue;
    const name = people.fullName(run);
    const title = genderByTitle(tokens[run.from - (tokens[run.from - 1]?.low === '.' ? 2 : 1)]?.low ?? '');
    const gender =
      title ?? (genders.has(name) ? undefined : genderOf(name.split(' ')[0]?.toLowerCase() ?? ''));
    if (gender !== undefined) genders.set(name, gender);
  }
  return genders;
}

/** The offices of people, before the name ("Mayor Maria Lopez") and after it ("Maria Lopez, the mayor of the town,"). */
function findHolders({ tokens }: Analysis, entities: readonly RecordEntity[]): References['holders'] {
  const holders: References['holders'] = new Map();
  const hold = (noun: string, name: string, start: number): void => {
    const known = holders.get(noun);
    if (!holders.has(noun)) holders.set(noun, { name, start });
    else if (known?.name !== name) holders.set(noun, undefined);
  };
  let at = 0;
  for (const { type, role, name, start, end } of entities) {
    if (type !== 'PER') continue;
    const noun = role?.split(/\s+/u).at(-1)?.toLowerCase();
    if (noun) hold(noun, name, start);
    while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at++;
    if (tokens[at]?.low !== ',') continue;
    for (let next = at + 1; next < at + 7 && tokens[next]?.kind === 'word'; next++) {
      const low = tokens[next]?.low ?? '';
      if (/^(of|for|at|in|who|and|said|says)$/.test(low)) break;
      if (isTitle(low) || isPeopleNoun(low)) hold(low, name, start);
    }
  }
  return holders;
}

export const findReferences = (
  analysis: Analysis,
  people: People,
  entities: readonly RecordEntity[],
): References => ({
  analysis,
  people,
  subjects: findSubjects(analysis, people),
  genders: findGenders(analysis, people),
  holders: findHolders(analysis, entities),
});

/** Whom "the mayor" means: the one whom the text has given that office by then. */
export function holderOf({ analysis, holders }: References, noun: string, at: number): string | undefined {
  const holder = holders.get(noun);
  return holder && holder.start < (analysis.tokens[at]?.start ?? 0) ? holder.name : undefined;
}

/** The person that "he" or "she" means: the subject of a sentence before, or the last speaker if that was later. */
export function findAntecedent(references: References, at: number): string | undefined {
  const { analysis, people, subjects, genders, last } = references;
  const gender = analysis.tokens[at]?.low === 'she' ? 'f' : 'm';
  const fits = (name: string): boolean => (genders.get(name) ?? gender) === gender;
  const sentence = analysis.sentenceOf[at] ?? 0;
  const spoken = last?.level === 'named' && fits(last.name) ? last : undefined;
  for (let back = sentence; back > sentence - BACK && back >= 0; back--) {
    const run = subjects.get(back);
    if (spoken && analysis.sentenceOf[spoken.from] === back) return spoken.name;
    if (run && run.to <= at && fits(people.fullName(run))) return people.fullName(run);
    const other = run && run.to <= at ? otherIn(references, back, at, fits) : undefined;
    if (other !== undefined) return other;
  }
  return spoken?.name;
}

/** Another person of the sentence, whom the pronoun fits where it does not fit the first one. */
function otherIn(
  { analysis, people }: References,
  sentence: number,
  at: number,
  fits: (name: string) => boolean,
): string | undefined {
  const { from = 0, to = 0 } = analysis.sentences[sentence] ?? {};
  for (const run of people.between(from, Math.min(to, at)))
    if (people.isPerson(run) && fits(people.fullName(run))) return people.fullName(run);
  return undefined;
}
