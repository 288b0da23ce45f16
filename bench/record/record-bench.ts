/**
 * Measures the reading of records: stories a second on one core, and nanoseconds a unit on ordinary and on hostile text of two
 * sizes. A reading that is linear costs the same for each unit of both. `node bench/record/record-bench.ts [TEXTS.jsonl]` reads the
 * texts of a list; without one, made-up news.
 */
import { readFileSync } from 'node:fs';
import { readRecord } from '#record/read-record.ts';

const WRITTEN = { published: '2015-03-25T19:00:00+09:00' };

const STORY = `The defence minister of the island plans to visit the capital in early April for talks, officials said Wednesday.
"We have made significant progress since last month," Jane Doe, a spokeswoman for the ministry, told reporters on Monday. "It took three years."

About 2,000 people marched on March 25, 2015, and the Harbour Council will vote on the budget at 10 a.m. next Tuesday, according to John Smith.

`;

const HOSTILE: Record<string, string> = {
  'quotation marks': '"',
  'opening marks': '“',
  digits: '1',
  'digits and spaces': '1 ',
  'one letter': 'a',
  initials: 'A. ',
  'lone surrogates': '\ud800',
  apostrophes: "'",
  'lists of days': 'March 3, ',
  years: '2001-',
  'nested phrases': 'the end of early ',
  'one long quotation': 'Monday "Monday ',
  capitals: 'Abc ',
  sayings: '"a" said b, c, ',
  plans: 'Abc will visit Seoul on Monday, ',
  'called off': 'The trip was postponed and cancelled, ',
  'the two': 'The two will meet on Monday. ',
  pronouns: 'He said he will visit it on Monday. ',
  Korean: '3월 25일 오전 ',
  'Korean quotations': '"가"라고 그는 ',
  'Korean names': '김철수 국방부 장관은 ',
  'Korean plans': '김철수 장관은 다음 달 방문할 예정이다. ',
};

/** Processor time of one reading, in microseconds: the clock on the wall counts what else the machine does. */
function cpuOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const perUnit = (text: string): number => (cpuOf(() => void readRecord(text, WRITTEN)) * 1000) / text.length;

function readTexts(file: string | undefined): string[] {
  if (file === undefined) return Array.from({ length: 300 }, () => STORY.repeat(5));
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

const texts = readTexts(process.argv[2]);
const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
const readAll = (): void => {
  for (const text of texts) readRecord(text, WRITTEN);
};
readAll();
const seconds = Math.min(cpuOf(readAll), cpuOf(readAll), cpuOf(readAll)) / 1e6;
console.log(
  `${Math.round(words / 500 / seconds)} stories of 500 words a second (${texts.length} texts, ${words} words)\n`,
);
console.log('| text | ns a unit, 0.2 M | ns a unit, 1 M |\n| --- | ---: | ---: |');
for (const [name, unit] of [['news', STORY], ...Object.entries(HOSTILE)] as const) {
  const of = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
  perUnit(of(50_000));
  console.log(`| ${name} | ${perUnit(of(200_000)).toFixed(0)} | ${perUnit(of(1_000_000)).toFixed(0)} |`);
}
console.log(`| news, 5 M | | ${perUnit(STORY.repeat(Math.ceil(5_000_000 / STORY.length))).toFixed(0)} |`);
