import { listSections } from '#features/taxonomy/taxonomy.ts';
import {
  type FailedItemListing,
  listFailedItems,
  listSources,
  sourceLag,
  type WireSourceRow,
} from '#features/wire/wire.ts';
import { toDuration } from '#lib/duration.ts';
import type { Db } from '#platform/database.ts';
import { type Call, WrongUse } from './command.ts';
import { toPlainLine, toTextTable } from './text-table.ts';
import type { wireListOptions } from './wire-list.command.ts';
import { withDatabase } from './with-database.ts';

type WireList = Call<typeof wireListOptions>;

const PAGE = 500;

/** `dateline wire list` */
export async function wireList(call: WireList): Promise<undefined> {
  if (call.words.length > 0) throw new WrongUse(`"${call.words[0]}" is one word too many.`);
  await withDatabase(call, (db) => (call.values.failed ? showFailed(db, call) : showSources(db, call)));
}

type SourceView = ReturnType<typeof toSourceView>;

const toSourceView = (source: WireSourceRow, sections: Map<number, string>) => ({
  name: source.name,
  kind: source.kind,
  url: source.url ?? undefined,
  every: source.kind === 'url' ? toDuration(source.every_seconds) : undefined,
  format: source.format ?? undefined,
  edition: source.edition,
  section: source.section_id === null ? undefined : sections.get(source.section_id),
  publish: source.publish,
  last_item: source.last_item_at ?? undefined,
  lag_seconds: sourceLag(source),
  last_polled: source.last_polled_at ?? undefined,
  next_poll: source.kind === 'url' ? (source.next_poll_at ?? undefined) : undefined,
  failures: source.failures,
  last_error: source.last_error ?? undefined,
});

async function showSources(db: Db, { values, print, say }: WireList): Promise<void> {
  const sections = new Map((await listSections(db)).map(({ id, slug }) => [id, slug]));
  const views = (await listSources(db)).map((source) => toSourceView(source, sections));
  if (values.json) return print(`${JSON.stringify(views, null, 2)}\n`);
  if (views.length === 0) return say('There are no sources yet. See: dateline wire add --help');
  const headings = ['NAME', 'COMES BY', 'FORMAT', 'FOR', 'THEN', 'LAST ITEM', 'LAG', 'NEXT', 'STATE'];
  await print(toTextTable([headings, ...views.map(toCells)]));
}

const toMinute = (time: Date): string => `${time.toISOString().slice(0, 16)}Z`;

/** In whole minutes, hours or days, for a glance. */
function roughly(seconds: number): number {
  const unit = [86_400, 3_600, 60].find((one) => seconds >= 2 * one) ?? 1;
  return Math.round(seconds / unit) * unit;
}

function toCells(view: SourceView): string[] {
  const road = view.kind === 'url' ? `${view.url} every ${view.every}` : view.kind;
  const place = view.section ? `${view.edition}/${view.section}` : view.edition;
  const state =
    view.failures > 0 ? `${view.failures} failures: ${view.last_error}` : (view.last_error ?? 'ok');
  const last = view.last_item ? toMinute(view.last_item) : 'none yet';
  const lag = view.lag_seconds === undefined ? '' : toDuration(roughly(view.lag_seconds));
  const next = view.next_poll ? toMinute(view.next_poll) : '';
  const then = view.publish ? 'publish' : 'wait';
  return [view.name, road, view.format ?? 'any', place, then, last, lag, next, state];
}

async function showFailed(db: Db, call: WireList): Promise<void> {
  const { values, print, say } = call;
  let shown = 0;
  for (let before: number | undefined; ; ) {
    const page = await listFailedItems(db, { limit: PAGE, before });
    if (values.json) {
      for (const item of page)
        await print(`${shown++ === 0 ? '[\n' : ',\n'}${JSON.stringify(toFailedView(item))}`);
    } else {
      shown += page.length;
      for (const item of page) await print(toFailedLine(item));
    }
    before = page.at(-1)?.id;
    if (page.length < PAGE) break;
  }
  if (values.json) await print(shown === 0 ? '[]\n' : '\n]\n');
  else if (shown === 0) say('Nothing has failed.');
}

const toFailedView = (item: FailedItemListing) => ({
  source: item.source,
  received: item.received_at,
  message: item.message_id,
  name: item.message_name ?? undefined,
  position: item.whole_message ? undefined : item.position,
  guid: item.guid ?? undefined,
  version: item.version ?? undefined,
  reason: item.reason,
});

function toFailedLine(item: FailedItemListing): string {
  const what = item.whole_message ? 'whole message' : `item ${item.position + 1}`;
  const cells = [
    item.received_at.toISOString(),
    item.source,
    `${what} of ${item.message_name ?? `message ${item.message_id}`}`,
    item.guid ?? 'no identifier',
    item.reason,
  ];
  return `${cells.map(toPlainLine).join('  ')}\n`;
}
