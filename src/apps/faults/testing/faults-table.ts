import type { FaultsRow } from './run-faults.ts';

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
const WHAT = {
  web: 'web node killed',
  worker: 'worker killed',
  postgres: 'PostgreSQL killed',
  line: 'node cut off',
};

type Round = FaultsRow['rounds'][number];
type Column = [heading: string, of: (row: FaultsRow) => string | number];

const total = (heading: string, of: (round: Round) => number): Column => [
  heading,
  ({ rounds }) => sum(rounds.map(of)),
];
const longest = (heading: string, of: (round: Round) => number): Column => [
  heading,
  ({ rounds }) => Math.round(Math.max(0, ...rounds.map(of))),
];

const COLUMNS: Column[] = [
  ['', ({ target }) => WHAT[target]],
  ['rounds', ({ rounds }) => rounds.length],
  total('items sent', ({ messages }) => messages),
  total('handed over', ({ attempts }) => attempts),
  total('stored', ({ stored }) => stored),
  total('published', ({ published }) => published),
  total('reads sent', ({ reads }) => reads.sent),
  total('taken', ({ reads }) => reads.taken),
  total('counted', ({ reads }) => reads.counted),
  total('mails accepted', ({ mails }) => mails.accepted),
  total('delivered', ({ mails }) => mails.delivered),
  total('unknown', ({ mails }) => mails.unknown),
  ['pages asked', ({ asked }) => asked.asked],
  ['answered', ({ asked }) => asked.answered],
  ['withdrawn', ({ asked }) => asked.withdrawn],
  ['longest gap, ms', ({ asked }) => Math.round(asked.longestGapMs)],
  longest('longest away, ms', ({ awayMs }) => awayMs),
  longest('copy taken after, ms', ({ takenAfterMs }) => takenAfterMs),
  longest('killed story shown, ms', ({ shownAfterKillMs }) => shownAfterKillMs),
];

/** The rows of a run as a table in Markdown. */
export function toFaultsTable(rows: FaultsRow[]): string {
  const headings = COLUMNS.map(([heading]) => heading);
  const cells = rows.map((row) => COLUMNS.map(([, of]) => of(row)));
  const lines = [headings, headings.map(() => '---'), ...cells];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
