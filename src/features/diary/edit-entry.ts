import { findEdition } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { type EventTime, toSpan } from './day-span.ts';
import type { DiaryEntryRow } from './diary.tables.ts';
import { findEntry, lockDiary, updateEntry } from './entries.repo.ts';
import { type EntryOutcome, type EntryState, stateOf } from './entry-state.ts';
import { refreshEntries } from './refresh-entries.ts';
import { listSeenByIds } from './shown-entries.repo.ts';

/** What an editor decides of an entry; what is absent stays as it is. */
export type EditEntry = {
  /** true: it is right and stays; false: it is no entry and goes. */
  verdict?: 'confirmed' | 'struck';
  what?: string;
  when?: EventTime;
  outcome?: EntryOutcome;
  /** Number of the article that shows the outcome. */
  outcomeArticle?: number;
};

/**
 * Writes an editor's word on an entry; it holds over everything that is read of the articles from then on, and shows at once.
 * @throws AppError not_found, or bad_input for a time that is no stretch of the calendar.
 */
export async function editEntry(db: Db, entryId: number, edit: EditEntry): Promise<EntryState | undefined> {
  if (edit.when && !toSpan(edit.when))
    throw new AppError('bad_input', `“${edit.when.value}” is no day. Write 2015-04-06, 2015-W15 or 2015-04.`);
  return withTransaction(db, async (trx) => {
    const entry = await findEntry(trx, entryId);
    if (!entry) throw new AppError('not_found', `There is no diary entry ${entryId}.`);
    await lockDiary(trx, entry.edition);
    await updateEntry(trx, entryId, toChange(edit));
    await refreshEntries(trx, [entryId], { hard: true });
    return showEntry(trx, entry);
  });
}

const toChange = ({ verdict, what, when, outcome, outcomeArticle }: EditEntry) => ({
  ...(verdict && { confirmed: verdict === 'confirmed', struck: verdict === 'struck' }),
  ...(what !== undefined && { set_what: what }),
  ...(when && { set_when: when.value, set_mod: when.mod ?? null }),
  ...(outcome && { set_outcome: outcome, set_outcome_article: outcomeArticle ?? null }),
});

async function showEntry(trx: Db, { id, edition }: DiaryEntryRow): Promise<EntryState | undefined> {
  const language = (await findEdition(trx, edition))?.language ?? 'en';
  const [seen] = await listSeenByIds(trx, [id]);
  return seen && stateOf(seen.mentions, seen.editor, language);
}
