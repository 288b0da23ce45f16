import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { findTombstone } from '#features/articles/articles.ts';
import type { WireSourceRow } from '#features/wire/wire.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { publishStory } from './publish-story.ts';
import { receiveMessage } from './receive-message.ts';
import { anpa, iptc7901, newsmlG2 } from './testing/agency-copy.ts';
import { publishingSource } from './testing/copy.ts';

const { db } = await testDatabase();
let source: WireSourceRow;

beforeEach(async () => {
  await emptyDatabase(db);
  source = await publishingSource(db);
});

const send = (bytes: Uint8Array, from = source) =>
  receiveMessage(db, from, { bytes, receivedAt: new Date() });

/** The stories that an order does not make: headline → state, and whether readers can see it. */
async function paper(): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('story')
    .innerJoin('take', (join) =>
      join.onRef('take.story_id', '=', 'story.id').onRef('take.number', '=', 'story.current_take'),
    )
    .innerJoin('wire_item', 'wire_item.id', 'take.wire_item_id')
    .leftJoin('published_article', 'published_article.story_id', 'story.id')
    .select(['take.headline', 'story.state', 'published_article.id as shown'])
    .where(sql`wire_item.item ->> 'pubstatus'`, '<>', 'canceled')
    .execute();
  const told = rows.map(({ headline, state, shown }) => [
    headline,
    shown === null ? state : `${state}, seen`,
  ]);
  return Object.fromEntries(told);
}

const storyOf = async (headline: string) => {
  const { story_id } = await db
    .selectFrom('take')
    .select('story_id')
    .where('headline', '=', headline)
    .executeTakeFirstOrThrow();
  return story_id;
};

const BUDGET = 'Council passes budget after a long night';
const BRIDGE = 'Bridge across the river reopens to traffic';
const FERRY = 'Ferry line adds a boat for the summer';

const dpa = (number: string, at: string, headline: string, slug = 'Hafen/') =>
  iptc7901(
    `bdt${number} 4 pl 30 dpa 0456`,
    at,
    slug,
    `${headline} =`,
    '',
    `Kiel (dpa) - ${headline}, said the speaker of the ${headline.toLowerCase()} office.`,
  );
const dpaKill = (number: string, at: string, ...lines: string[]) =>
  iptc7901(`bdt${number} 2 pl 10 dpa 0456`, at, ...lines);
const ap = (number: string, keyword: string, at: string, headline: string) =>
  anpa(
    number,
    keyword,
    at,
    `${keyword},100`,
    headline,
    'By ANN MILLER',
    `\tWASHINGTON (AP) _ ${headline}, an official said.`,
  );

describe('a kill by number', () => {
  const order = () =>
    dpaKill(
      '0130',
      '041500 Mar 26',
      "++ ACHTUNG: Meldung 'bdt0123' bitte nicht verwenden ++ =",
      '',
      'Berlin (dpa) - Eine Fassung folgt.',
    );

  test('takes back that story and no other, and leaves a tombstone with its headline', async () => {
    await send(dpa('0123', '041230 Mar 26', BUDGET));
    await send(dpa('0124', '041240 Mar 26', BRIDGE));
    const { path } = await db
      .selectFrom('article')
      .select('path')
      .where('headline', '=', BUDGET)
      .executeTakeFirstOrThrow();
    await send(order());
    expect(await paper()).toEqual({ [BUDGET]: 'killed', [BRIDGE]: 'published, seen' });
    expect(await findTombstone(db, path)).toMatchObject({ headline: BUDGET });
  });

  test('means the last story under it before the order, not that of the day before or of the next', async () => {
    await send(dpa('0123', '031230 Mar 26', BRIDGE));
    await send(dpa('0123', '041230 Mar 26', BUDGET));
    await send(order());
    await send(dpa('0123', '051230 Mar 26', FERRY));
    expect(await paper()).toEqual({
      [BRIDGE]: 'published, seen',
      [BUDGET]: 'killed',
      [FERRY]: 'published, seen',
    });
  });

  test('means that of the day that it names', async () => {
    await send(dpa('0123', '031230 Mar 26', BRIDGE));
    await send(dpa('0123', '041230 Mar 26', BUDGET));
    await send(
      dpaKill('0130', '041500 Mar 26', 'KILL', '', 'Die Meldung bdt0123 vom 03.03. wird zurückgezogen.'),
    );
    expect(await paper()).toEqual({ [BRIDGE]: 'killed', [BUDGET]: 'published, seen' });
  });

  test('keeps a story from coming out that comes only after it', async () => {
    await send(order());
    await send(dpa('0123', '041230 Mar 26', BUDGET));
    expect(await paper()).toEqual({ [BUDGET]: 'killed' });
    expect(await db.selectFrom('article').selectAll().execute()).toEqual([]);
  });

  test('of another agency’s source means none of its own', async () => {
    const other = await publishingSource(db, 'other');
    await send(dpa('0123', '041230 Mar 26', BUDGET));
    await send(
      iptc7901('fra0123 2 i 10 afp 0456', '041500 Mar 26', 'KILL bdt0123', '', 'Prière de ne pas utiliser.'),
      other,
    );
    expect(await paper()).toEqual({ [BUDGET]: 'published, seen' });
  });

  test('in one message with its story takes that back before anybody sees it', async () => {
    await send(Buffer.concat([dpa('0123', '041230 Mar 26', BUDGET), order()]));
    expect(await paper()).toEqual({ [BUDGET]: 'killed' });
    expect(await db.selectFrom('article').selectAll().execute()).toEqual([]);
  });
});

describe('a kill by slug', () => {
  const order = (...lines: string[]) =>
    anpa('a0260', 'AM-Budget', '03-04-26 1530EST', 'AM-Budget, KILL', ...lines, 'Eds: A kill is mandatory.');

  test('and number takes back that story', async () => {
    await send(ap('a0250', 'AM-Budget', '03-04-26 1200EST', BUDGET));
    await send(ap('a0251', 'BC-Bridge', '03-04-26 1210EST', BRIDGE));
    await send(order('Eds: KILL AM-Budget, 0250'));
    expect(await paper()).toEqual({ [BUDGET]: 'killed', [BRIDGE]: 'published, seen' });
  });

  test('alone takes back the only story of the day under it', async () => {
    await send(ap('a0250', 'AM-Budget', '03-04-26 1200EST', BUDGET));
    await send(ap('a0251', 'BC-Bridge', '03-04-26 1210EST', BRIDGE));
    await send(order());
    expect(await paper()).toEqual({ [BUDGET]: 'killed', [BRIDGE]: 'published, seen' });
  });

  test('that several stories have holds them, and the desk is called to decide', async () => {
    await send(ap('a0250', 'AM-Budget', '03-04-26 1200EST', BUDGET));
    await send(ap('a0251', 'BC-Budget', '03-04-26 1210EST', BRIDGE));
    await send(ap('a0252', 'BC-Ferry', '03-04-26 1210EST', FERRY));
    const { alerts } = await send(order());
    expect(await paper()).toEqual({ [BUDGET]: 'held', [BRIDGE]: 'held', [FERRY]: 'published, seen' });
    expect(alerts).toHaveLength(2);
    const marked = await db.selectFrom('story').select('alerts').where('state', '=', 'held').execute();
    expect(marked).toEqual([{ alerts: ['kill in doubt'] }, { alerts: ['kill in doubt'] }]);
  });

  test('does not take away again what the desk let out', async () => {
    await send(ap('a0250', 'AM-Budget', '03-04-26 1200EST', BUDGET));
    await send(ap('a0251', 'BC-Budget', '03-04-26 1210EST', BRIDGE));
    await send(order());
    const storyId = await storyOf(BRIDGE);
    await db.transaction().execute((trx) => publishStory(trx, { storyId, at: new Date() }));
    await send(ap('a0253', 'BC-Budget', '03-04-26 1220EST', FERRY));
    expect(await paper()).toEqual({
      [BUDGET]: 'held',
      [BRIDGE]: 'published, seen',
      [FERRY]: 'held',
    });
  });
});

test('a kill that quotes a headline holds the story that has it', async () => {
  const reuters = (number: string, headline: string) =>
    iptc7901(
      `rtr${number} 4 f 30 reuters`,
      '041230 Mar 26',
      `${headline} =`,
      '',
      `KIEL (Reuters) - ${headline}, officials said.`,
    );
  await send(reuters('0123', BUDGET));
  await send(reuters('0124', BRIDGE));
  await send(
    iptc7901('rtr0200 2 f 10 reuters', '041500 Mar 26', `KILL - ${BUDGET} =`, '', 'Please kill the story.'),
  );
  expect(await paper()).toEqual({ [BUDGET]: 'held', [BRIDGE]: 'published, seen' });
});

test('a kill that names no story here calls the desk', async () => {
  const { alerts } = await send(
    dpaKill('0130', '041500 Mar 26', 'KILL bdt0999', '', 'Bitte nicht verwenden.'),
  );
  expect(alerts).toEqual([expect.stringContaining('bdt0999')]);
});

describe('a canceled item under an identifier of its own', () => {
  const story = {
    guid: 'urn:newsml:agency.example:20260304:story-1',
    headline: BUDGET,
    at: '2026-03-04T12:30:00Z',
  };
  const kill = {
    ...{ guid: 'urn:newsml:agency.example:20260304:kill-1', status: 'canceled', headline: 'Kill: budget' },
    ...{ link: story.guid, at: '2026-03-04T15:00:00Z' },
  };

  test('takes back what it comes from, whichever comes first', async () => {
    await send(newsmlG2(story));
    await send(newsmlG2(kill));
    expect(await paper()).toEqual({ [BUDGET]: 'killed' });
    const late = { ...story, guid: 'urn:newsml:agency.example:20260304:story-2', headline: BRIDGE };
    await send(newsmlG2({ ...kill, guid: 'urn:newsml:agency.example:20260304:kill-2', link: late.guid }));
    await send(newsmlG2(late));
    expect(await paper()).toEqual({ [BUDGET]: 'killed', [BRIDGE]: 'killed' });
  });

  test('that was a story itself leaves what it was made from', async () => {
    await send(newsmlG2(story));
    const made = { ...kill, headline: FERRY, status: 'usable' };
    await send(newsmlG2(made));
    await send(newsmlG2({ ...made, status: 'canceled' }));
    expect(await paper()).toEqual({ [BUDGET]: 'published, seen', [FERRY]: 'killed' });
  });
});
