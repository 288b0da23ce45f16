import { setTimeout as pause } from 'node:timers/promises';
import { ensureListOf, planBriefing } from '#features/briefings/briefings.ts';
import { countStates } from '#features/briefings/testing/build-readers.ts';
import type { Db } from '#platform/database.ts';
import { handOver, putIntoFolder } from './providers.ts';
import { type Reads, readArticles } from './readers.ts';
import { makeRoundCopy, type StoryCopy } from './round-copy.ts';
import { countCopy, countReads, settle, until } from './settle.ts';
import type { Stage } from './stage.ts';
import { type Strike, type Struck, strike } from './strike.ts';

export type Round = Strike & {
  name: string;
  /** Milliseconds after the beginning at which the target is struck. */
  strikeAfterMs: number;
  stories: number;
  /** Articles that are read. */
  articles: number[];
};

export type RoundResult = {
  stories: StoryCopy[];
  /** What the providers sent, and how often they had to hand it over. */
  messages: number;
  attempts: number;
  /** Of that, what is in the database, and how many articles readers see. */
  stored: number;
  published: number;
  reads: { sent: number; taken: number; counted: number };
  mails: { accepted: number; delivered: number; unknown: number };
  awayMs: number;
  /** From the end of the fault until everything that was sent meanwhile was acknowledged. */
  takenAfterMs: number;
  /** Longest time that a killed article was still shown after its provider was told that the kill is in. */
  shownAfterKillMs: number;
  wrong: string[];
};

/** How long copy comes in and articles are read; what was not acknowledged is handed over until it is. */
const LOAD_MS = 2000;
/** What a node that is killed may lose: the reads between two flushes, and as long again as a flush may take on a busy machine. */
const FLUSH_MS = 3000;
const FLUSH_TAKES_MS = 1000;

/** One round: copy, kills, reads and a send all at once, and in the middle of it something dies. Afterwards all of it is accounted for. */
export async function runRound(stage: Stage, round: Round): Promise<RoundResult> {
  const stories = makeRoundCopy({ round: round.name, stories: round.stories, now: new Date() });
  const by = (way: StoryCopy['way']) => stories.filter((story) => story.way === way);
  const countedBefore = await countReads(stage);
  await stage.mail.take();
  const sendId = await beginSend(stage.db);
  const reading = new AbortController();
  const watched: Promise<number>[] = [];
  const onKilled = (story: StoryCopy) => void watched.push(watchKilled(stage, story));
  const reads = readArticles(stage, round.articles, reading.signal);
  const load = Promise.all([
    handOver(stage, by('agency'), { overMs: LOAD_MS, onKilled }),
    putIntoFolder(stage, by('folder'), { overMs: LOAD_MS, round: round.name }),
    pause(LOAD_MS),
  ]);
  await pause(round.strikeAfterMs);
  const struck = await strike(stage, round);
  const backAt = performance.now();
  const [agency, folder] = await load;
  const takenAfterMs = performance.now() - backAt;
  reading.abort();
  const read = await reads;
  await settle(stage, sendId);
  const wrong = [...agency.wrong, ...folder.wrong, ...(await wrongPages(stage, stories))];
  const counted = (await countReads(stage)) - countedBefore;
  wrong.push(...wrongReads(stage, read, counted, round.target === 'web' ? struck : undefined));
  const mails = await accountForMails(stage, sendId);
  return {
    stories,
    messages: agency.messages + folder.messages,
    attempts: agency.attempts + folder.attempts,
    ...(await countCopy(stage, stories)),
    reads: { sent: read.sent, taken: read.taken.length, counted },
    mails,
    awayMs: struck.awayMs,
    takenAfterMs,
    shownAfterKillMs: Math.max(0, ...(await Promise.all(watched))),
    wrong: [...wrong, ...mails.wrong].map((sentence) => `${round.name}: ${sentence}`),
  };
}

/** A briefing to everybody, at a rate at which it lasts as long as the round. */
async function beginSend(db: Db): Promise<number> {
  const now = new Date();
  const list = await ensureListOf(db, 'en', now);
  const planned = await planBriefing(db, { list, now, notBefore: now, rate: 110, madeBy: 'faults' });
  return planned?.send.id ?? 0;
}

async function pathOf(db: Db, guid: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('article as a')
    .innerJoin('story as s', 's.id', 'a.story_id')
    .select('a.path')
    .where('s.wire_guid', '=', guid)
    .executeTakeFirst();
  return found?.path;
}

const ask = async (origin: string, path: string) => {
  const response = await fetch(origin + path, { redirect: 'manual' });
  return { status: response.status, text: await response.text() };
};

/** How long a killed article is shown after the kill was acknowledged; it must go, and stay away. */
async function watchKilled({ db, nodes }: Stage, { guid }: StoryCopy): Promise<number> {
  const begun = performance.now();
  let shown = 0;
  let path: string | undefined;
  await until(`${guid} is found`, async () => {
    path = await pathOf(db, guid);
    return path !== undefined;
  });
  for (const { origin } of nodes) {
    await until(`${origin}${path} is gone`, async () => {
      const { status } = await ask(origin, path ?? '');
      if (status === 200) shown = performance.now() - begun;
      return status === 410;
    });
  }
  return shown;
}

const STATUSES = { plain: 200, corrected: 200, released: 200, killed: 410, embargoed: 404 };

/** Asks both nodes for every story of the round, and looks whether a list names what nobody may read. */
async function wrongPages({ db, nodes }: Stage, stories: StoryCopy[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { origin } of nodes) {
    const lists = await Promise.all(['/', '/latest', '/feeds/latest.rss'].map((path) => ask(origin, path)));
    for (const { guid, fate, headline } of stories) {
      const path = await pathOf(db, guid);
      const { status } = path ? await ask(origin, path) : { status: 'nothing' };
      if (status !== STATUSES[fate])
        wrong.push(`${guid} (${fate}) answers ${status} at ${path} on ${origin}`);
      const listed = lists.some(({ text }) => text.includes(headline));
      if (listed && STATUSES[fate] !== 200) wrong.push(`${guid} (${fate}) stands on a list of ${origin}`);
    }
  }
  return wrong;
}

/** Reads are counted once; only of a node that was killed those since its last flush may be lost. */
function wrongReads({ nodes }: Stage, { sent, taken }: Reads, counted: number, struck?: Struck): string[] {
  const atRisk = struck
    ? taken.filter(
        ({ node, at }) =>
          node === nodes[0] && at < struck.at + 50 && at > struck.at - FLUSH_MS - FLUSH_TAKES_MS,
      ).length
    : 0;
  if (counted > sent) return [`${counted} reads are counted and ${sent} were sent`];
  if (counted < taken.length - atRisk)
    return [`${counted} reads are counted of ${taken.length}, of which ${atRisk} may be lost`];
  return [];
}

async function accountForMails({ db, mail }: Stage, sendId: number) {
  const to = await mail.take();
  const states = await countStates(db, sendId);
  const { sent = 0, unknown = 0, ...others } = states;
  const wrong: string[] = [];
  const twice = to.filter((address, index) => to.indexOf(address) !== index);
  if (twice.length > 0) wrong.push(`mailed twice: ${twice.join(', ')}`);
  if (Object.keys(others).length > 0) wrong.push(`deliveries are left: ${JSON.stringify(others)}`);
  // Of unknown fate are those that were accepted or not; nothing may be called sent that never was.
  if (to.length < sent || to.length > sent + unknown)
    wrong.push(`the server took ${to.length} mails, ${sent} are called sent and ${unknown} unknown`);
  return { accepted: to.length, delivered: sent, unknown, wrong };
}
