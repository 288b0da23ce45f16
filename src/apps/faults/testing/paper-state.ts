import { createReceiveQueue } from '#features/publishing/publishing.ts';
import { findSourceByName } from '#features/wire/sources.repo.ts';
import { eachInLanes } from '#lib/lanes.ts';
import type { Db } from '#platform/database.ts';
import type { StoryCopy } from './round-copy.ts';

/** What a paper holds of the wire, by story, without the times and numbers that differ from run to run. */
export async function readPaperState(db: Db): Promise<Map<string, string>> {
  const stories = await db
    .selectFrom('story')
    .selectAll()
    .where('wire_guid', 'like', 'urn:faults:%')
    .execute();
  const items = await db.selectFrom('wire_item').select(['guid', 'version', 'reason']).execute();
  const takes = await db.selectFrom('take').select(['story_id', 'number', 'headline', 'body']).execute();
  const articles = await db.selectFrom('article').selectAll().execute();
  const revisions = await db.selectFrom('revision').selectAll().orderBy('number').execute();
  const groupBy = <T>(rows: T[], keyOf: (row: T) => unknown) => Map.groupBy(rows, keyOf);
  const itemsOf = groupBy(items, ({ guid }) => guid);
  const takesOf = groupBy(takes, ({ story_id }) => story_id);
  const articlesOf = groupBy(articles, ({ story_id }) => story_id);
  const revisionsOf = groupBy(revisions, ({ article_id }) => article_id);
  const toText = (story: (typeof stories)[number]): string =>
    JSON.stringify({
      state: [story.state, story.wire_version, story.current_take, story.withheld],
      items: (itemsOf.get(story.wire_guid) ?? []).map(({ version, reason }) => [version, reason]).sort(),
      takes: (takesOf.get(story.id) ?? [])
        .map(({ number, headline, body }) => [number, headline, body])
        .sort(),
      articles: (articlesOf.get(story.id) ?? []).map((article) => ({
        is: [article.status, article.withheld, article.headline, article.current_revision],
        revisions: (revisionsOf.get(article.id) ?? []).map((one) => [
          ...[one.number, one.kind, one.note, one.headline, one.body, one.take_number],
        ]),
      })),
    });
  const found = new Map<string, string>();
  for (const story of stories) {
    const guid = story.wire_guid ?? '';
    // A story that is there twice must not look like one.
    found.set(guid, `${found.get(guid) ?? ''}${toText(story)}`);
  }
  return found;
}

/** Stories that are taken in beside each other, which lets them share a commit. */
const AT_ONCE = 32;

/** Takes the same copy into another paper with nobody dying. */
export async function takeUndisturbed(db: Db, stories: StoryCopy[]): Promise<void> {
  const receive = createReceiveQueue(db);
  await eachInLanes(stories, AT_ONCE, async ({ way, messages }) => {
    const source = await findSourceByName(db, way);
    if (!source) throw new Error(`there is no source ${way}`);
    for (const message of messages)
      await receive(source, { bytes: Buffer.from(message), receivedAt: new Date() });
  });
}

/** Sentences on what differs between two papers. */
export function differencesOf(found: Map<string, string>, expected: Map<string, string>): string[] {
  const wrong: string[] = [];
  for (const [guid, text] of expected) {
    const is = found.get(guid);
    if (is === undefined) wrong.push(`${guid} is lost`);
    else if (is !== text) wrong.push(`${guid} is ${is} and not ${text}`);
  }
  for (const guid of found.keys()) if (!expected.has(guid)) wrong.push(`${guid} was never sent`);
  return wrong;
}
