import type { Document } from '#document/document.ts';
import type { ArticleRow } from '#features/articles/articles.ts';
import { createPopular } from '#features/popular/popular.ts';
import { publishStory } from '#features/publishing/publishing.ts';
import { ensureSection, listEditions, listSections, saveEdition } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import type { Paper } from '../paper.ts';
import type { EditionContext } from '../site-context.ts';

/** Long past, so that whatever the machine's clock says it is visible. */
export const PAST = new Date('2025-03-04T09:30:00Z');
export const BASE_URL = 'https://paper.example';

/** Two editions, `en` and `ko` (under /ko), each with the sections world and economy. */
export async function buildPaper(db: Db): Promise<Paper> {
  const edition = { tagline: 'All of it', zone: 'UTC', demo: false };
  await saveEdition(db, {
    ...edition,
    code: 'en',
    name: 'The Paper & Post',
    language: 'en',
    prefix: '',
    position: 0,
  });
  await saveEdition(db, {
    ...edition,
    code: 'ko',
    name: '종이신문',
    language: 'ko',
    prefix: '/ko',
    position: 1,
  });
  for (const code of ['en', 'ko']) {
    await ensureSection(db, { edition: code, slug: 'world' });
    await ensureSection(db, { edition: code, slug: 'economy' });
  }
  return { editions: await listEditions(db), sections: await listSections(db) };
}

export type PublishedCopy = {
  edition?: string;
  section?: string;
  headline: string;
  deck?: string;
  text?: string;
  byline?: string;
  credit?: string;
  located?: string;
  at?: Date;
  embargoUntil?: Date;
  topics?: number[];
  pictures?: { href: string; alt?: string; caption?: string; credit?: string }[];
  /** Number of the story that this one translates. */
  translationOf?: number;
};

/** Publishes copy as the desk would, by the use case itself. */
export async function publishCopy(db: Db, copy: PublishedCopy): Promise<ArticleRow> {
  const { edition = 'en', at = PAST } = copy;
  const { section } = await ensureSection(db, { edition, slug: copy.section ?? 'world' });
  const { id } = await db
    .insertInto('story')
    .values({
      edition,
      section_id: section.id,
      state: 'ready',
      slug: null,
      wire_source_id: null,
      wire_guid: null,
      wire_version: null,
      current_take: 0,
      translation_of: copy.translationOf ?? null,
      embargo_until: copy.embargoUntil ?? null,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addTake(db, id, copy);
  return publish(db, id, at);
}

/** Gives a published story another take and publishes that. */
export async function publishAgain(db: Db, storyId: number, copy: PublishedCopy): Promise<ArticleRow> {
  await addTake(db, storyId, copy);
  return publish(db, storyId, copy.at ?? PAST);
}

const publish = (db: Db, storyId: number, at: Date): Promise<ArticleRow> =>
  db.transaction().execute((trx) => publishStory(trx, { storyId, at }));

async function addTake(db: Db, storyId: number, copy: PublishedCopy): Promise<void> {
  const { edition = 'en', at = PAST, text = 'The text of it.' } = copy;
  const { current_take: number } = await db
    .updateTable('story')
    .set((eb) => ({ current_take: eb('current_take', '+', 1) }))
    .where('id', '=', storyId)
    .returning('current_take')
    .executeTakeFirstOrThrow();
  const body: Document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  const { headline, deck = '', byline = '', credit = '', located = '', topics = [], pictures = [] } = copy;
  await db
    .insertInto('take')
    .values({
      ...{ story_id: storyId, number, headline, deck, byline, credit, located, topics },
      body: JSON.stringify(body),
      pictures: JSON.stringify(pictures),
      language: edition,
      urgency: null,
      ed_note: '',
      signal: [],
      wire_item_id: null,
      made_by: 'test',
      made_at: at,
    })
    .execute();
}

/** The surroundings of a page of one edition. */
export function editionContext(db: Db, paper: Paper, code: string): EditionContext {
  const edition = paper.editions.find((one) => one.code === code);
  if (!edition) throw new Error(`the test paper has no edition ${code}`);
  const sections = paper.sections.filter((section) => section.edition === code);
  const popular = createPopular({ db, log: createLog({ level: 'silent' }), now: () => PAST });
  return { db, baseUrl: BASE_URL, now: () => PAST, assets: {}, popular, paper, edition, sections };
}
