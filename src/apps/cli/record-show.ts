import {
  findRecordOf,
  listDecisions,
  listFinds,
  type RecordDecisionRow,
  type RecordFind,
  type StoredRecord,
} from '#features/articles/articles.ts';
import { AppError } from '#lib/errors.ts';
import { readRecord } from '#record/read-record.ts';
import { type Call, WrongUse } from './command.ts';
import { readArticle } from './read-article.ts';
import type { recordShowOptions } from './record.command.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

type ShownFind = Pick<RecordFind, 'key' | 'kind' | 'find' | 'confidence'> & {
  verdict?: string;
  rule?: string;
};

/** `dateline record show` */
export async function recordShow(call: Call<typeof recordShowOptions>): Promise<undefined> {
  const [word, ...more] = call.words;
  if (more.length > 0) throw new WrongUse('Write the number or the address of one article.');
  const { explain, json } = call.values;
  const finds = await withDatabase(call, async (db) => {
    const { id } = await readArticle(db, word);
    const stored = await findRecordOf(db, id);
    if (!stored) throw new AppError('not_found', `Article ${id} has no record yet.`);
    return toShown(stored, await listDecisions(db, id), explain === true);
  });
  await call.print(json ? `${JSON.stringify(finds, null, 2)}\n` : toTextTable(finds.map(toLine)));
}

/** The finds of the current text, and below them those that were decided on and are not found any more. */
function toShown(
  stored: StoredRecord,
  decisions: readonly RecordDecisionRow[],
  explain: boolean,
): ShownFind[] {
  const verdicts = new Map(decisions.map((decision) => [decision.key, decision]));
  const rules = explain ? rulesOf(stored) : new Map<string, string>();
  const found = listFinds(stored.text, stored.record).map((one): ShownFind => {
    const { kind, key, find, confidence } = one;
    const verdict = verdicts.get(key)?.verdict;
    verdicts.delete(key);
    const rule = 'start' in find ? rules.get(placeOf(kind, find)) : undefined;
    return { key, kind, find, confidence, ...(verdict ? { verdict } : {}), ...(rule ? { rule } : {}) };
  });
  const kept = [...verdicts.values()].map(({ key, kind, find, verdict }) => ({
    ...{ key, kind, find: find as unknown as ShownFind['find'] },
    ...{ confidence: 0, verdict: `${verdict}, not found now` },
  }));
  return [...found, ...kept];
}

const placeOf = (kind: string, { start, end }: { start: number; end: number }): string =>
  `${kind} ${start} ${end}`;

/** The rule behind each find, which is not stored: the text is read once more for it. */
function rulesOf({ text, as_of, zone, language }: StoredRecord): Map<string, string> {
  const record = readRecord(text, { published: as_of, zone, language }, { explain: true });
  const named = [
    ...record.times.map((find) => ['time', find] as const),
    ...record.quotes.map((find) => ['quote', find] as const),
    ...record.events.map((find) => ['event', find] as const),
  ];
  return new Map(named.map(([kind, find]) => [placeOf(kind, find), find.rule ?? '']));
}

const toLine = ({ key, kind, find, confidence, verdict = '', rule = '' }: ShownFind): string[] => [
  key,
  kind,
  confidence.toFixed(2),
  meaningOf(find),
  rule,
  verdict,
];

/** More of a quotation says no more about who speaks. */
const LONGEST = 60;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function meaningOf(find: ShownFind['find']): string {
  if ('voices' in find)
    return find.voices
      .map(({ footing, name, role }) => [name, role, footing].filter(Boolean).join(', '))
      .join('; ');
  if ('speaker' in find)
    return `“${short(find.text)}” — ${find.speaker ?? 'nobody'}, ${find.attribution}, ${find.kind}`;
  if ('what' in find)
    return `${find.who.join(', ')}: ${short(find.what)} — ${find.when ?? 'no date'}, ${find.status}`;
  if ('value' in find) return `${find.text} = ${[find.type, find.value, find.mod].filter(Boolean).join(' ')}`;
  return [find.type, find.name, find.role].filter(Boolean).join(' ');
}
