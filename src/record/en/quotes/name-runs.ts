import type { Analysis } from '../../analysis.ts';
import type { RecordEntity } from '../../record.ts';
import { isNameWord, isOrganisationWord, isParticle, isRegion, isTitle } from './name-words.ts';

/** Capitalised words that stand together: tokens from `from` to before `to`; `name` without titles. */
export type NameRun = { from: number; to: number; name: string; titled: boolean };

/** Whether a hyphen or a point joins two parts of a name: "Han Min-koo", "George W. Bush". */
const isJoint = ({ tokens }: Analysis, at: number): boolean => {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.low === '-')
    return before?.end === token.start && after?.start === token.end && after.kind === 'word';
  const initial =
    token?.low === '.' &&
    before?.end === token.start &&
    ((before?.text.length ?? 9) === 1 || isTitle(before?.low ?? ''));
  return initial && isNameWord(after);
};

/** The end of the run of name words that begins at a token. */
export function runEnd(analysis: Analysis, from: number): number {
  const { tokens } = analysis;
  let to = from;
  while (to - from < 14) {
    if (isNameWord(tokens[to]) || (to > from && tokens[to - 1]?.low === '-' && tokens[to]?.kind === 'word'))
      to++;
    else if (to > from && isJoint(analysis, to)) to++;
    else if (
      to > from &&
      isParticle(tokens[to]?.low ?? '') &&
      (isNameWord(tokens[to + 1]) || tokens[to + 1]?.low === '-')
    )
      to++;
    else break;
  }
  return to;
}

/** A run without the titles before it. */
export function toRun(analysis: Analysis, from: number, to: number): NameRun {
  const { tokens, text } = analysis;
  let start = from;
  while (start < to - 1 && (isTitle(tokens[start]?.low ?? '') || tokens[start]?.low === '.')) start++;
  const bare = isNameWord(tokens[start]) ? start : from;
  return {
    from: bare,
    to,
    name: text.slice(tokens[bare]?.start ?? 0, tokens[to - 1]?.end ?? 0),
    titled: bare > from,
  };
}

/** All runs of name words in a text. */
export function findRuns(analysis: Analysis): NameRun[] {
  const runs: NameRun[] = [];
  for (let at = 0; at < analysis.tokens.length; ) {
    const to = runEnd(analysis, at);
    if (to > at) runs.push(toRun(analysis, at, to));
    at = Math.max(to, at + 1);
  }
  return runs;
}

/** Whether a run names an organisation or a place by its words. */
export function isOrganisationRun({ tokens }: Analysis, { from, to, name }: NameRun): boolean {
  if (isRegion(name.toLowerCase())) return true;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (isOrganisationWord(token.low)) return true;
    // Capitals throughout are an acronym
    if (
      token.text.length > 1 &&
      token.text.length < 7 &&
      token.text === token.text.toUpperCase() &&
      to - from < 3 &&
      !token.text.includes('.')
    )
      return true;
  }
  return false;
}

/** Who is who. */
export type People = {
  /** The full name of the person whose name a run is, or the run itself. */
  fullName: (run: NameRun) => string;
  isPerson: (run: NameRun) => boolean;
  runs: readonly NameRun[];
  /** The runs that begin from one token to before another. */
  between: (from: number, to: number) => NameRun[];
};

/** The token that begins at or after each entity's end, by its last token. */
function byLastToken({ tokens }: Analysis, entities: readonly RecordEntity[]): Map<number, RecordEntity> {
  const last = new Map<number, RecordEntity>();
  let at = 0;
  for (const entity of entities) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) < entity.end) at++;
    if (tokens[at]?.end === entity.end) last.set(at, entity);
  }
  return last;
}

/** Knows the people of a text by its names, and where they tell nothing by the look of a run. */
export function knowPeople(analysis: Analysis, entities: readonly RecordEntity[]): People {
  const runs = findRuns(analysis);
  const names = byLastToken(analysis, entities);
  const full = new Map<string, string>();
  for (const run of runs) {
    const words = run.name.split(' ');
    const last = words.at(-1)?.toLowerCase() ?? '';
    const known = names.get(run.to - 1)?.type ?? 'PER';
    if (
      words.length > 1 &&
      words.length < 5 &&
      known === 'PER' &&
      !isOrganisationRun(analysis, run) &&
      !full.has(last)
    )
      full.set(last, run.name);
    // A family name that comes first: "Han Min-koo", later "Han"
    const first = words[0]?.toLowerCase() ?? '';
    if (words.length === 2 && run.name.includes('-') && !full.has(first)) full.set(first, run.name);
  }
  const single = (run: NameRun): string | undefined =>
    run.name.includes(' ') ? undefined : full.get(run.name.toLowerCase());
  const begins = new Map(runs.map((run) => [run.from, run]));
  return {
    runs,
    between: (from, to) => {
      const found: NameRun[] = [];
      for (let at = from; at < to; at++) {
        const run = begins.get(at);
        if (run) found.push(run);
      }
      return found;
    },
    fullName: (run) => {
      const entity = names.get(run.to - 1);
      if (entity?.type === 'PER' && entity.name.includes(' ')) return entity.name;
      return single(run) ?? run.name;
    },
    isPerson: (run) => {
      const type = names.get(run.to - 1)?.type;
      if (type !== undefined) return type === 'PER' || (run.titled && !isOrganisationRun(analysis, run));
      return (
        !isOrganisationRun(analysis, run) &&
        (run.titled || run.name.includes(' ') || single(run) !== undefined)
      );
    },
  };
}
