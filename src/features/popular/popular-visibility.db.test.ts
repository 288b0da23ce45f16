import fc from 'fast-check';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { ArticleRow } from '#features/articles/articles.ts';
import { holdStory, killStory } from '#features/publishing/publishing.ts';
import { monotonicMs } from '#lib/clock.ts';
import { toClientConfig } from '#platform/database.ts';
import { notifyPurge, parsePayload, purgeChannel } from '#platform/page-cache/invalidation.ts';
import { createNotificationListener } from '#platform/page-cache/notification-listener.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { createPopular, type Popular } from './most-read.ts';
import { buildEditions, PAST, publishNow, publishOne, SILENT } from './testing/copy.ts';
import { createViewCounter } from './view-counter.ts';

const { db, target } = await testDatabase();
const FAR = new Date('2999-01-01T00:00:00Z');

type Step =
  | { do: 'publish'; edition: string; section: string; embargoed: boolean }
  | { do: 'read'; pick: number; times: number }
  | { do: 'kill' | 'hold' | 'release'; pick: number }
  | { do: 'wait' };

const pick = fc.nat(7);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('publish' as const),
    edition: fc.constantFrom('en', 'ko'),
    section: fc.constantFrom('world', 'economy'),
    embargoed: fc.boolean(),
  }),
  fc.record({ do: fc.constant('read' as const), pick, times: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ do: fc.constantFrom('kill' as const, 'hold' as const, 'release' as const), pick }),
  fc.record({ do: fc.constant('wait' as const) }),
);

/** Some articles that are read already, so that the first steps have something to change. */
const OPENING: Step[] = [
  { do: 'publish', edition: 'en', section: 'world', embargoed: false },
  { do: 'publish', edition: 'en', section: 'economy', embargoed: false },
  { do: 'publish', edition: 'ko', section: 'world', embargoed: false },
  { do: 'read', pick: 0, times: 3 },
  { do: 'read', pick: 1, times: 2 },
  { do: 'read', pick: 2, times: 1 },
];

/** A node that hears of purges as the paper does, by the database's own word. */
async function startNode() {
  const world = { passed: 0 };
  let heard: (() => void) | undefined;
  const listener = createNotificationListener({
    ...{ log: SILENT, onLive: () => undefined, onCutOff: () => undefined },
    connect: () => new pg.Client({ ...toClientConfig(target), application_name: 'dateline test listen' }),
  });
  const popular = createPopular({
    ...{ db, log: SILENT, now: () => PAST },
    nowMs: () => monotonicMs() + world.passed,
  });
  popular.listenTo(listener);
  listener.subscribe(purgeChannel, (payload) => {
    if (parsePayload(payload).keys.includes('barrier')) heard?.();
  });
  await listener.start();
  const settle = async () => {
    const arrived = new Promise<void>((resolve) => {
      heard = resolve;
    });
    await notifyPurge(db, { keys: ['barrier'], hard: false });
    await arrived;
  };
  const stop = async () => {
    await popular.stop();
    await listener.stop();
  };
  return { world, popular, settle, stop };
}

async function act(made: ArticleRow[], counter: { add: (id: number) => void }, given: Step): Promise<void> {
  if (given.do === 'wait') return;
  if (given.do === 'publish') {
    made.push(await publishOne(db, { ...given, embargoUntil: given.embargoed ? FAR : undefined }));
    return;
  }
  const article = made[given.pick % made.length];
  if (!article) return;
  if (given.do === 'read') {
    for (let time = 0; time < given.times; time += 1) counter.add(article.id);
    return;
  }
  const change = { storyId: article.story_id, at: PAST };
  // What the story's state does not allow is refused, and nothing has changed then.
  if (given.do === 'release') await publishNow(db, change.storyId).catch(() => undefined);
  else
    await db
      .transaction()
      .execute((trx) => (given.do === 'kill' ? killStory(trx, change) : holdStory(trx, change)))
      .catch(() => undefined);
}

/** What every list shows against what the view allows; returns how many articles were shown. */
async function checkLists(popular: Popular): Promise<number> {
  const listed = await db
    .selectFrom('listed_article')
    .select(['id', 'edition', 'section_id', 'headline'])
    .execute();
  const sections = await db.selectFrom('section').select('id').execute();
  const scopes = [{ edition: 'en' }, { edition: 'ko' }, ...sections.map(({ id }) => ({ section: id }))];
  let shown = 0;
  for (const scope of scopes) {
    for (const period of ['today', 'week'] as const) {
      for (const article of (await popular.top(scope, { period })).articles) {
        const allowed = listed.find(({ id }) => id === article.id);
        expect(allowed).toMatchObject(
          'edition' in scope ? { edition: scope.edition } : { section_id: scope.section },
        );
        shown += 1;
      }
    }
  }
  return shown;
}

test('whatever happens to articles, no list ever names one that readers may not be pointed to', async () => {
  let shown = 0;
  const run = async (steps: Step[]) => {
    await emptyDatabase(db);
    await buildEditions(db);
    const counter = createViewCounter({ db, log: SILENT, now: () => PAST });
    const node = await startNode();
    const made: ArticleRow[] = [];
    try {
      for (const opening of OPENING) await act(made, counter, opening);
      for (const given of steps) {
        await act(made, counter, given);
        await counter.flush();
        if (given.do === 'wait') node.world.passed += 61_000;
        await node.settle();
        shown += await checkLists(node.popular);
      }
    } finally {
      await node.stop();
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), run), { numRuns: 20 });
  expect(shown).toBeGreaterThan(100);
}, 60_000);
