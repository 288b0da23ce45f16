import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { toText } from '#document/to-text.ts';
import { listChain } from '#features/stories/stories.ts';
import type { WireSourceRow } from '#features/wire/wire.ts';
import type { Db } from '#platform/database.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { receiveMessage } from './receive-message.ts';
import { publishingSource } from './testing/copy.ts';

const { db } = await testDatabase();
const roads = [await publishingSource(db, 'road-a'), await publishingSource(db, 'road-b')];

type Sent = { road: number; item: Record<string, unknown> };

const PARAGRAPHS = [
  'At least 12 people were killed when a ferry sank off Port Ansel in heavy seas on Monday, the coast guard of Ondine said, and the search for Captain Marlow Reeve went on.',
  'Two helicopters and five boats from Halden Bay searched the strait through the night, said Ines Varga, who leads the rescue centre at Cape Torrin.',
  'The ship had left Ondine for Port Ansel with 84 people on board, according to the list that the Varga Line handed to the harbour office.',
  'Survivors said the bow doors had been damaged the week before and were tied with rope, a charge that the Varga Line rejected in a statement from Halden.',
  'The transport minister of Ondine, Teodor Lansky, ordered all ferries of the same type to stay in port until they have been inspected.',
  'Families gathered at the church of Saint Brannoc, where the names of those who had been found were read out every hour.',
];

/** A chain as an agency sends it by two roads: marks in the headlines, other identifiers, a version or two of each. */
function makeChain(id: string, killedAt: number | undefined, skewMinutes: number): Sent[] {
  const takes = [0, 1, 2, 3].map((take) => ({
    headline: `${['', '(LEAD) ', '(2nd LD) ', '(3rd LD) '][take]}Ferry sinks off Port Ansel, ${12 + take} dead`,
    paragraphs: [(PARAGRAPHS[0] ?? '').replace('12', String(12 + take)), ...PARAGRAPHS.slice(1, 3 + take)],
    minute: take * 20,
  }));
  return takes.flatMap(({ headline, paragraphs, minute }, take) =>
    [0, 1].flatMap((road): Sent[] => {
      const item = (version: number, more: object) => ({
        ...{
          uri: `urn:${id}:road${road}:take${take}`,
          version,
          type: 'text',
          language: 'en',
          pubstatus: 'usable',
        },
        ...{
          headline,
          credit: 'Halden News',
          body_html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
        },
        versioncreated: new Date(
          Date.UTC(2031, 2, 3, 9, minute + version + road * skewMinutes),
        ).toISOString(),
        ...more,
      });
      const kill =
        killedAt === take && road === 0
          ? [{ road, item: item(2, { pubstatus: 'canceled', body_html: '' }) }]
          : [];
      return [{ road, item: item(1, {}) }, ...kill];
    }),
  );
}

async function deliver(batch: Sent[]): Promise<void> {
  for (const [index, source] of roads.entries()) {
    const items = batch.filter(({ road }) => road === index).map(({ item }) => item);
    if (items.length > 0) await receiveFrom(source, items);
  }
}

const receiveFrom = (source: WireSourceRow, items: object[]) =>
  receiveMessage(db, source, {
    bytes: new TextEncoder().encode(JSON.stringify(items)),
    receivedAt: new Date(),
  });

/** What the desk and the readers have in the end. */
async function endState(db: Db, id: string) {
  const { rows } = await sql<{ id: number; state: string }>`
    select distinct s.id, s.state from fingerprint f join story s on s.id = f.story_id where f.guid like ${`urn:${id}:%`}`.execute(
    db,
  );
  const stories = await Promise.all(
    rows.map(async (story) => {
      const takes = (await listChain(db, story.id)).map(({ take, roads }) => ({
        headline: take.headline,
        text: toText(take.body),
        roads: roads.map(({ guid, version }) => `${guid} ${version}`.replace(id, '')).sort(),
      }));
      const article = await db
        .selectFrom('published_article')
        .selectAll()
        .where('story_id', '=', story.id)
        .executeTakeFirst();
      const revision =
        article &&
        (await db
          .selectFrom('revision')
          .selectAll()
          .where('article_id', '=', article.id)
          .where('number', '=', article.current_revision)
          .executeTakeFirstOrThrow());
      return {
        state: story.state,
        takes,
        shown: revision && { headline: revision.headline, text: toText(revision.body) },
      };
    }),
  );
  const lists = await db
    .selectFrom('listed_article')
    .select('story_id')
    .where(
      'story_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  return { stories, listed: lists.length };
}

const shuffled = <T>(items: T[]) =>
  fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length });

test('a chain over two roads ends in the same state, however it is shuffled, doubled, split and dated', async () => {
  const arrival = fc.record({
    killedAt: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
    skewMinutes: fc.integer({ min: -90, max: 90 }),
    order: shuffled(Array.from({ length: 12 }, (_, index) => index)),
    doubled: fc.subarray(Array.from({ length: 12 }, (_, index) => index)),
    cuts: fc.array(fc.nat({ max: 16 }), { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(arrival, async ({ killedAt, skewMinutes, order, doubled, cuts }) => {
      const [orderly, disorderly] = [randomUUID(), randomUUID()];
      for (const sent of makeChain(orderly, killedAt, 0)) await deliver([sent]);
      const expected = await endState(db, orderly);
      await forget(db);
      const chain = makeChain(disorderly, killedAt, skewMinutes);
      const sequence = [...order, ...doubled].flatMap((index) => chain[index] ?? []);
      const edges = [0, ...cuts.toSorted((a, b) => a - b), sequence.length];
      for (const [index, edge] of edges.entries()) {
        if (index > 0) await deliver(sequence.slice(edges[index - 1], edge));
      }
      const found = await endState(db, disorderly);
      await forget(db);
      expect(found).toEqual(expected);
      expect(found.stories).toHaveLength(1);
      expect(found.stories[0]?.state).toBe(killedAt === undefined ? 'published' : 'killed');
      expect(found.listed).toBe(killedAt === undefined ? 1 : 0);
    }),
    { numRuns: 25 },
  );
}, 240_000);

/** Takes what came so far out of the index, or the next chain would be folded into it. */
const forget = (db: Db) => db.deleteFrom('fingerprint_key').execute();
