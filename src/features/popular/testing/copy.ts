import type { ArticleRow } from '#features/articles/articles.ts';
import { publishStory } from '#features/publishing/publishing.ts';
import { ensureSection, saveEdition } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';

/** Long past, so that whatever the machine's clock says it is visible. */
export const PAST = new Date('2025-03-04T09:30:00Z');
export const SILENT = createLog({ level: 'silent' });

/** Two editions, en and ko. */
export async function buildEditions(db: Db): Promise<void> {
  const edition = { tagline: '', zone: 'UTC', demo: false };
  await saveEdition(db, { ...edition, code: 'en', name: 'Paper', language: 'en', prefix: '', position: 0 });
  await saveEdition(db, { ...edition, code: 'ko', name: '신문', language: 'ko', prefix: '/ko', position: 1 });
}

export type PopularCopy = { edition?: string; section?: string; headline?: string; embargoUntil?: Date };

/** Publishes a story by the use case itself. */
export async function publishOne(db: Db, copy: PopularCopy = {}): Promise<ArticleRow> {
  const { edition = 'en', section: slug = 'world', headline = 'Fog', embargoUntil = null } = copy;
  const { section } = await ensureSection(db, { edition, slug });
  const story = await db
    .insertInto('story')
    .values({
      ...{ edition, section_id: section.id, state: 'ready', slug: null, current_take: 1 },
      ...{ wire_source_id: null, wire_guid: null, wire_version: null, translation_of: null },
      ...{ embargo_until: embargoUntil, created_at: PAST, updated_at: PAST },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const body = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ships wait.' }] }],
  };
  await db
    .insertInto('take')
    .values({
      ...{ story_id: story.id, number: 1, headline, deck: '', byline: '', credit: '', located: '' },
      ...{ body: JSON.stringify(body), pictures: '[]', language: edition, urgency: null, ed_note: '' },
      ...{ signal: [], topics: [], wire_item_id: null, made_by: 'test', made_at: PAST },
    })
    .execute();
  return publishNow(db, story.id);
}

/** Publishes a story that is ready or held. */
export const publishNow = (db: Db, storyId: number): Promise<ArticleRow> =>
  db.transaction().execute((trx) => publishStory(trx, { storyId, at: PAST }));
