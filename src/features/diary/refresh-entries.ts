import { createHash } from 'node:crypto';
import { findEdition } from '#features/taxonomy/taxonomy.ts';
import { systemClock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { toIsoDay } from './day-span.ts';
import { setEntryTopics, updateEntry } from './entries.repo.ts';
import { type EntryState, stateOf } from './entry-state.ts';
import { listSeenByIds, type SeenEntry } from './shown-entries.repo.ts';

/** What the diary's own pages are made of. */
export const diaryKey = (edition: string): string => `diary:${edition}`;
/** One entry, wherever it is shown. */
export const entryKey = (id: number): string => `diary-entry:${id}`;

/** A digest of all that a calendar takes over of an entry; '' where there is nothing to show. */
export function digestOf(state: EntryState | undefined): string {
  if (!state) return '';
  const { status, title, place, when, announced, reported, certain } = state;
  const taken = [
    status,
    announced.topic,
    title,
    place,
    when.value,
    when.mod,
    announced.sentence,
    reported?.sentence,
    certain,
  ];
  return createHash('sha256').update(JSON.stringify(taken)).digest('hex').slice(0, 16);
}

/**
 * Works out anew what readers see of entries: raises their sequence where that is something else than before, keeps what they are found
 * by, and has the pages made anew that show them (`hard`: nothing old may be shown meanwhile). Doing it again changes nothing.
 */
export async function refreshEntries(
  trx: Db,
  ids: readonly number[],
  { hard = false }: { hard?: boolean } = {},
): Promise<void> {
  const keys = new Set<string>();
  for (const entry of await listSeenByIds(trx, [...new Set(ids)])) {
    if (!(await refreshEntry(trx, entry))) continue;
    keys.add(diaryKey(entry.row.edition));
    keys.add(entryKey(entry.row.id));
  }
  await notifyPurge(trx, { keys: [...keys], hard });
}

async function refreshEntry(trx: Db, { row, mentions, editor }: SeenEntry): Promise<boolean> {
  const edition = await findEdition(trx, row.edition);
  const state = stateOf(mentions, editor, edition?.language ?? 'en');
  const shown = digestOf(state);
  // The topics of an article may have changed though nothing else has.
  await setEntryTopics(trx, row.id, state && toIsoDay(state.span.last));
  if (shown === row.shown) return false;
  await updateEntry(trx, row.id, {
    shown,
    sequence: row.sequence + 1,
    changed_at: systemClock(),
    ...(state && {
      first_day: toIsoDay(state.span.first),
      last_day: toIsoDay(state.span.last),
      precision: state.span.precision,
    }),
  });
  return true;
}
