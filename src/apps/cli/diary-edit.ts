import { findArticleOfStory } from '#features/articles/articles.ts';
import {
  type EditEntry,
  type EntryOutcome,
  type EventTime,
  editEntry,
  toSpan,
} from '#features/diary/diary.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { type Call, type Terminal, WrongUse } from './command.ts';
import type { diaryOutcomeOptions, diarySetOptions } from './diary.command.ts';
import { readId } from './read-id.ts';
import { withDatabase } from './with-database.ts';

/** `dateline diary confirm` */
export const diaryConfirm = (call: Call<Record<never, never>>): Promise<undefined> =>
  edit(call, readId(call.words, 'entry'), async () => ({ verdict: 'confirmed' }));

/** `dateline diary strike` */
export const diaryStrike = (call: Call<Record<never, never>>): Promise<undefined> =>
  edit(call, readId(call.words, 'entry'), async () => ({ verdict: 'struck' }));

/** `dateline diary set` */
export async function diarySet(call: Call<typeof diarySetOptions>): Promise<undefined> {
  const id = readId(call.words, 'entry');
  const what = call.values.what?.trim();
  const when = call.values.when === undefined ? undefined : readWhen(call.values.when);
  if (!what && !when) throw new WrongUse('Write --what or --when.');
  await edit(call, id, async () => ({ ...(what && { what }), ...(when && { when }) }));
}

/** `dateline diary outcome` */
export async function diaryOutcome(call: Call<typeof diaryOutcomeOptions>): Promise<undefined> {
  const [entry = '', outcome = '', ...more] = call.words;
  const id = readId([entry], 'entry');
  if (more.length > 0 || !isOutcome(outcome))
    throw new WrongUse('After the entry write happened, moved or cancelled.');
  const story = call.values.article === undefined ? undefined : readId([call.values.article], 'story');
  await edit(call, id, async (db) => ({
    outcome,
    ...(story !== undefined && { outcomeArticle: await articleOf(db, story) }),
  }));
}

async function edit(
  terminal: Terminal,
  id: number,
  toEdit: (db: Db) => Promise<EditEntry>,
): Promise<undefined> {
  const state = await withDatabase(terminal, async (db) => editEntry(db, id, await toEdit(db)));
  terminal.say(
    state
      ? `Entry ${id}: ${state.title}, ${state.when.value}, ${state.status}.`
      : `Entry ${id} does not stand in the diary.`,
  );
}

const isOutcome = (word: string): word is EntryOutcome => ['happened', 'moved', 'cancelled'].includes(word);

async function articleOf(db: Db, storyId: number): Promise<number> {
  const article = await findArticleOfStory(db, storyId);
  if (!article) throw new AppError('not_found', `Story ${storyId} is not published.`);
  return article.id;
}

const MODS = { early: 'START', mid: 'MID', late: 'END' } as const;

function readWhen(text: string): EventTime {
  const [, part, value = ''] = /^(?:(early|mid|late)[\s-]+)?(\S+)$/i.exec(text.trim()) ?? [];
  const mod = MODS[part?.toLowerCase() as keyof typeof MODS];
  const when = { value: value.toUpperCase(), ...(mod && { mod }) };
  if (!toSpan(when))
    throw new WrongUse(`"${text}" is no time. Write 2015-04-09, 2015-W15 or "early 2015-04".`);
  return when;
}
