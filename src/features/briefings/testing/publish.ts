import type { Document } from '#document/document.ts';
import type { ArticleRow } from '#features/articles/articles.ts';
import { publishStory } from '#features/publishing/publishing.ts';
import { ensureSection, saveEdition } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';

export const MORNING = new Date('2025-03-04T05:50:00Z');
export const BASE_URL = 'https://paper.example';

/** An English and a Korean edition, without sections yet. */
export async function buildEditions(db: Db): Promise<void> {
  const common = { tagline: '', zone: 'UTC', demo: false };
  await saveEdition(db, {
    ...common,
    code: 'en',
    name: 'The Paper & Post',
    language: 'en',
    prefix: '',
    position: 0,
  });
  await saveEdition(db, {
    ...common,
    code: 'ko',
    name: '종이신문',
    language: 'ko',
    prefix: '/ko',
    position: 1,
  });
}

export type Copy = {
  headline: string;
  text?: string;
  deck?: string;
  edition?: string;
  section?: string;
  at?: Date;
  urgency?: number;
  embargoUntil?: Date;
  kind?: 'update' | 'correction' | 'clarification' | 'retraction';
  note?: string;
};

/** Publishes copy as the desk would. */
export async function publishCopy(db: Db, copy: Copy): Promise<ArticleRow> {
  const { edition = 'en', at = new Date(MORNING.getTime() - 3_600_000) } = copy;
  const { section } = await ensureSection(db, { edition, slug: copy.section ?? 'world' });
  const { id } = await db
    .insertInto('story')
    .values({
      ...{ edition, section_id: section.id, state: 'ready', current_take: 0 },
      ...{ slug: null, wire_source_id: null, wire_guid: null, wire_version: null, translation_of: null },
      embargo_until: copy.embargoUntil ?? null,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return publishAgain(db, id, { ...copy, at });
}

/** Gives a story another take and publishes it. */
export async function publishAgain(db: Db, storyId: number, copy: Copy): Promise<ArticleRow> {
  const { at = MORNING, edition = 'en', text = 'The text of it.' } = copy;
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
        deck: copy.deck ?? '',
        byline: '',
        credit: '',
      },
      ...{
        located: '',
        topics: [],
        language: edition,
        urgency: copy.urgency ?? null,
        ed_note: '',
        signal: [],
      },
      ...{ body: JSON.stringify(body), pictures: '[]', wire_item_id: null, made_by: 'test', made_at: at },
    })
    .execute();
  const claim = { kind: copy.kind, note: copy.note };
  return db.transaction().execute((trx) => publishStory(trx, { storyId, at, ...claim }));
}
