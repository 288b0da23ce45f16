import type { Document } from '#document/document.ts';
import { ensureSection, saveEdition } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';

/** Long past, so that whatever the machine's clock says it is visible. */
export const PAST = new Date('2025-03-04T09:30:00Z');

export type Copy = {
  edition?: string;
  section?: string;
  headline: string;
  text?: string;
  byline?: string;
  at?: Date;
  embargoUntil?: Date;
  topics?: number[];
};

/** Two editions, `en` and `ko`. */
export async function addPaper(db: Db): Promise<void> {
  const shared = { tagline: '', zone: 'UTC', demo: false };
  await saveEdition(db, { ...shared, code: 'en', name: 'Post', language: 'en', prefix: '', position: 0 });
  await saveEdition(db, { ...shared, code: 'ko', name: '신문', language: 'ko', prefix: '/ko', position: 1 });
}

/** A story that is ready to be published, with its first take. */
export async function addStory(db: Db, copy: Copy): Promise<number> {
  const { edition = 'en', at = PAST } = copy;
  const { section } = await ensureSection(db, { edition, slug: copy.section ?? 'world' });
  const { id } = await db
    .insertInto('story')
    .values({
      ...{ edition, section_id: section.id, state: 'ready', slug: null, current_take: 0 },
      ...{ wire_source_id: null, wire_guid: null, wire_version: null, translation_of: null },
      ...{ embargo_until: copy.embargoUntil ?? null, created_at: at, updated_at: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addTake(db, id, copy);
  return id;
}

/** Gives a story its next take. */
export async function addTake(db: Db, storyId: number, copy: Copy): Promise<void> {
  const { edition = 'en', at = PAST, text = 'The text of it.', byline = '', topics = [] } = copy;
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
      ...{
        story_id: storyId,
        number,
        headline: copy.headline,
        deck: '',
        byline,
        credit: '',
        located: '',
        topics,
      },
      ...{
        body: JSON.stringify(body),
        pictures: '[]',
        language: edition,
        urgency: null,
        ed_note: '',
        signal: [],
      },
      ...{ wire_item_id: null, made_by: 'test', made_at: at },
    })
    .execute();
}
