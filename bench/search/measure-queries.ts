import { type SearchArticles, searchArticles } from '#features/search/search.ts';
import type { Db } from '#platform/database.ts';
import type { MadeUpPaper } from './fill-paper.ts';
import { createRandom, pickWord } from './made-up-text.ts';

export type QueryTimes = {
  kind: string;
  count: number;
  found: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
};

type Request = Partial<Pick<SearchArticles, 'sort' | 'edition' | 'filters'>> & { q: string };
type Kind = { kind: string; make: (index: number) => Request };

const DAY_MS = 86_400_000;

/** What readers ask for, by kinds: words as common as in the texts, and the worst that there are. */
function kindsOf(words: MadeUpPaper, now: Date): Kind[] {
  const random = createRandom(11);
  const english = () => pickWord(words.en, random);
  const korean = () => pickWord(words.ko, random);
  const common = (index: number) => words.en[index % 20] ?? '';
  const rare = (index: number) => words.en[20_000 + index * 7] ?? '';
  const ko = (q: string, more: Partial<Request> = {}): Request => ({ ...more, q, edition: 'ko' });
  return [
    { kind: 'common word', make: (index) => ({ q: common(index) }) },
    { kind: 'common word, newest', make: (index) => ({ q: common(index), sort: 'newest' }) },
    { kind: 'word of the middle', make: (index) => ({ q: words.en[200 + index * 13] ?? '' }) },
    { kind: 'rare word', make: (index) => ({ q: rare(index) }) },
    { kind: 'two words', make: () => ({ q: `${english()} ${english()}` }) },
    {
      kind: 'three words, newest',
      make: () => ({ q: `${english()} ${english()} ${english()}`, sort: 'newest' }),
    },
    { kind: 'phrase', make: (index) => ({ q: `"${common(index)} ${common(index * 3 + 1)}"` }) },
    { kind: 'word, without another', make: (index) => ({ q: `${common(index)} -${common(index + 1)}` }) },
    { kind: 'one or the other', make: () => ({ q: `${english()} OR ${english()}` }) },
    { kind: 'Korean word', make: () => ko(korean()) },
    { kind: 'Korean, common, newest', make: (index) => ko(words.ko[index % 20] ?? '', { sort: 'newest' }) },
    { kind: 'Korean, two words', make: () => ko(`${korean()} ${korean()}`) },
    { kind: 'Korean, one syllable', make: (index) => ko((words.ko[index] ?? '').slice(0, 1)) },
    { kind: 'in a section', make: (index) => ({ q: english(), filters: { sectionId: 1 + (index % 8) } }) },
    {
      kind: 'under a topic, newest',
      make: (index) => ({ q: english(), sort: 'newest', filters: { topicId: 1 + (index % 200) } }),
    },
    {
      kind: 'in a month long ago',
      make: (index) => {
        const from = new Date(now.getTime() - (400 + index) * DAY_MS);
        return { q: english(), filters: { from, until: new Date(from.getTime() + 30 * DAY_MS) } };
      },
    },
    { kind: 'nothing to be found', make: (index) => ({ q: `xyz${index}q ${english()}` }) },
  ];
}

/** Asks for `perKind` searches of each kind, mixed, one after the other: what a page of results asks of the database, texts and marks included. */
export async function measureQueries(
  db: Db,
  words: MadeUpPaper,
  { perKind, now }: { perKind: number; now: Date },
): Promise<QueryTimes[]> {
  const kinds = kindsOf(words, now);
  const times = new Map(kinds.map(({ kind }) => [kind, { ms: [] as number[], found: 0 }]));
  const all = times.values().toArray();
  const ask = async ({ kind, make }: Kind, index: number, keep: boolean) => {
    const { q, edition = 'en', sort = 'best', filters = {} } = make(index);
    const begun = performance.now();
    const { hits } = await searchArticles(db, { edition, q, sort, filters, limit: 20, now });
    const known = times.get(kind);
    if (!keep || !known) return;
    known.ms.push(performance.now() - begun);
    known.found += hits.length;
  };
  for (let index = 0; index < 3; index += 1)
    for (const kind of kinds) await ask(kind, perKind + index, false);
  for (let index = 0; index < perKind; index += 1) for (const kind of kinds) await ask(kind, index, true);
  const rows = kinds.map(({ kind }) => toTimes(kind, times.get(kind)?.ms ?? [], times.get(kind)?.found ?? 0));
  const found = all.reduce((sum, one) => sum + one.found, 0);
  return [
    ...rows,
    toTimes(
      'all of them',
      all.flatMap(({ ms }) => ms),
      found,
    ),
  ];
}

function toTimes(kind: string, ms: number[], found: number): QueryTimes {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { kind, count: ms.length, found, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: sorted.at(-1) ?? 0 };
}
