import type { Document } from '#document/document.ts';
import type { ArticleRow } from '#features/articles/articles.ts';
import { ensureSection, saveEdition } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { type PublishStory, publishStory } from '../publish-story.ts';

/** Long past, so that whatever the machine's clock says it is visible. */
export const PAST = new Date('2025-03-04T09:30:00Z');

/** What the desk writes; what is not given is left away. */
export type DeskCopy = {
  edition?: string;
  section?: string;
  headline: string;
  deck?: string;
  text?: string;
  byline?: string;
  credit?: string;
  located?: string;
  urgency?: number;
  at?: Date;
  embargoUntil?: Date;
  topics?: number[];
  pictures?: { href: string; alt?: string; caption?: string; credit?: string }[];
  /** Number of the story that this one translates. */
  translationOf?: number;
} & Pick<PublishStory, 'kind' | 'note'>;

/** Two editions, `en` and `ko` (under /ko), without sections. */
export async function addEditions(db: Db, tagline = ''): Promise<void> {
  const shared = { tagline, zone: 'UTC', demo: false };
  const english = { code: 'en', name: 'The Paper & Post', language: 'en', prefix: '' };
  const korean = { code: 'ko', name: '종이신문', language: 'ko', prefix: '/ko' };
  await saveEdition(db, { ...shared, ...english, position: 0 });
  await saveEdition(db, { ...shared, ...korean, position: 1 });
}

/** A story that is ready to be published, with its first take; its section is made where it is missing. */
export async function addStory(db: Db, copy: DeskCopy): Promise<number> {
  const { edition = 'en', at = PAST } = copy;
  const { section } = await ensureSection(db, { edition, slug: copy.section ?? 'world' });
  const { id } = await db
    .insertInto('story')
    .values({
      ...{ edition, section_id: section.id, state: 'ready', slug: null, current_take: 0 },
      ...{ wire_source_id: null, wire_guid: null, wire_version: null },
      translation_of: copy.translationOf ?? null,
      embargo_until: copy.embargoUntil ?? null,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addTake(db, id, copy);
  return id;
}

/** Gives a story its next take. */
export async function addTake(db: Db, storyId: number, copy: DeskCopy): Promise<void> {
  const { edition = 'en', at = PAST, text = 'The text of it.', urgency = null } = copy;
  const { headline, deck = '', byline = '', credit = '', located = '', topics = [], pictures = [] } = copy;
  const { current_take: number } = await db
    .updateTable('story')
    .set((eb) => ({ current_take: eb('current_take', '+', 1) }))
    .where('id', '=', storyId)
    .returning('current_take')
    .executeTakeFirstOrThrow();
  const body: Document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  await db
    .insertInto('take')
    .values({
      ...{ story_id: storyId, number, headline, deck, byline, credit, located, topics, urgency },
      ...{ body: JSON.stringify(body), pictures: JSON.stringify(pictures) },
      ...{ language: edition, ed_note: '', signal: [], wire_item_id: null, made_by: 'test', made_at: at },
    })
    .execute();
}

/** Publishes copy as the desk would, by the use case itself. */
export async function publishCopy(db: Db, copy: DeskCopy): Promise<ArticleRow> {
  return publish(db, await addStory(db, copy), copy);
}

/** Gives a published story another take and publishes that. */
export async function publishAgain(db: Db, storyId: number, copy: DeskCopy): Promise<ArticleRow> {
  await addTake(db, storyId, copy);
  return publish(db, storyId, copy);
}

const publish = (db: Db, storyId: number, { at = PAST, kind, note }: DeskCopy): Promise<ArticleRow> =>
  db.transaction().execute((trx) => publishStory(trx, { storyId, at, kind, note }));
