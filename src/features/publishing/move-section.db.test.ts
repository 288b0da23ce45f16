import { beforeEach, describe, expect, it } from 'vitest';
import { updateStory } from '#features/stories/stories.ts';
import { ensureSection } from '#features/taxonomy/taxonomy.ts';
import type { WireSourceRow } from '#features/wire/wire.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { moveSection } from './move-section.ts';
import { publishStory } from './publish-story.ts';
import { publishingSource, receive } from './testing/copy.ts';

const { db } = await testDatabase();
const NOW = new Date('2031-03-01T12:00:00Z');
let source: WireSourceRow;

beforeEach(async () => {
  await emptyDatabase(db);
  source = await publishingSource(db);
});

const rename = (slug: string, newSlug: string) =>
  db.transaction().execute((trx) => moveSection(trx, { edition: 'en', slug, newSlug }));

const paths = async (): Promise<string[]> =>
  (await db.selectFrom('article').select('path').orderBy('id').execute()).map(({ path }) => path);

const addresses = async (): Promise<string[]> =>
  (await db.selectFrom('article_address').select('path').orderBy('path').execute()).map(({ path }) => path);

describe('giving a section another slug', () => {
  it('gives its articles new addresses and keeps the old ones', async () => {
    await receive(db, source, { uri: 'urn:fog' }, NOW);
    await rename('harbour', 'port');
    expect(await paths()).toEqual(['/port/2031/03/01/harbour-closed-by-fog']);
    expect(await addresses()).toEqual([
      '/harbour/2031/03/01/harbour-closed-by-fog',
      '/port/2031/03/01/harbour-closed-by-fog',
    ]);
  });

  it('and its first one again gives the articles their first addresses again', async () => {
    await receive(db, source, { uri: 'urn:fog' }, NOW);
    await rename('harbour', 'port');
    await rename('port', 'harbour');
    expect(await paths()).toEqual(['/harbour/2031/03/01/harbour-closed-by-fog']);
    expect(await addresses()).toHaveLength(2);
  });

  it('leaves an address to the article that had it, though that is in another section now', async () => {
    await receive(db, source, { uri: 'urn:first' }, NOW);
    const { section: other } = await ensureSection(db, { edition: 'en', slug: 'economy' });
    const { id: first } = await db.selectFrom('story').select('id').executeTakeFirstOrThrow();
    await db.transaction().execute(async (trx) => {
      await updateStory(trx, first, { section_id: other.id });
      await publishStory(trx, { storyId: first, at: NOW });
    });
    await rename('harbour', 'port');
    await receive(db, source, { uri: 'urn:second' }, NOW);
    await rename('port', 'harbour');
    expect(await paths()).toEqual([
      '/economy/2031/03/01/harbour-closed-by-fog',
      '/harbour/2031/03/01/harbour-closed-by-fog-2',
    ]);
  });
});
