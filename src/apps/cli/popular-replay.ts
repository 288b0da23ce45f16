import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  parseReplayLine,
  RANKINGS,
  type RankedHour,
  type Ranking,
  type ReplayedViews,
  replayViews,
} from '#features/popular/popular.ts';
import { parseDuration } from '#lib/duration.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import { type Call, WrongUse } from './command.ts';
import type { popularReplayOptions } from './popular-replay.command.ts';
import { toTextTable } from './text-table.ts';

type Replay = Call<typeof popularReplayOptions>;

/** `dateline popular replay` */
export async function popularReplay(call: Replay): Promise<number> {
  const { values, words, print } = call;
  const [file, ...more] = words;
  if (file === undefined || more.length > 0) throw new WrongUse('Name one file of reads.');
  const ranking = readRanking(values);
  const top = readTop(values.top);
  const reads = await readFile(file, call);
  if (reads.length === 0) {
    call.say(`${file}: there are no reads in it.`);
    return 1;
  }
  for (const hour of replayViews(reads, { ranking, top }))
    await print(values.json ? toJsonLine(hour) : toTable(hour));
  return 0;
}

function readRanking(values: Replay['values']): Ranking {
  const usual = RANKINGS[values.week ? 'week' : 'today'];
  return {
    halfLifeHours: readHours('half-life', values['half-life']) ?? usual.halfLifeHours,
    windowHours: readHours('window', values.window) ?? usual.windowHours,
  };
}

function readHours(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const seconds = parseDuration(given);
  if (!seconds) throw new WrongUse(`--${name} takes a time like 90m, 6h or 3d, not "${given}".`);
  return seconds / 3600;
}

function readTop(given = '10'): number {
  if (!/^[1-9][0-9]{0,3}$/.test(given))
    throw new WrongUse(`--top takes a number from 1 to 9999, not "${given}".`);
  return Number(given);
}

/** A line that cannot be read is told and left out. */
async function readFile(file: string, { say }: Replay): Promise<ReplayedViews[]> {
  const reads: ReplayedViews[] = [];
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === '') continue;
      try {
        reads.push(parseReplayLine(line));
      } catch (thrown) {
        say(`${file}, line ${number}: ${messageOf(thrown)}`);
      }
    }
  } catch (thrown) {
    throw new AppError('bad_input', `${file}: ${messageOf(thrown)}`, { cause: thrown });
  }
  return reads;
}

const toJsonLine = ({ at, ranking }: RankedHour): string =>
  `${JSON.stringify({ at: at.toISOString(), ranking })}\n`;

function toTable({ at, ranking }: RankedHour): string {
  const rows = ranking.map(({ article, score, views }, index) => [
    String(index + 1),
    score.toFixed(1),
    String(views),
    article,
  ]);
  const table = toTextTable([['PLACE', 'SCORE', 'READS', 'ARTICLE'], ...rows]);
  return `${at.toISOString().slice(0, 16)}Z\n${table}\n`;
}
