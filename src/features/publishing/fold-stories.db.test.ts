import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { findPathOf, listLatest } from '#features/articles/articles.ts';
import { listChain, listClusters, listStories } from '#features/stories/stories.ts';
import type { WireSourceRow } from '#features/wire/wire.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { receiveMessage } from './receive-message.ts';
import { publishingSource } from './testing/copy.ts';

const { db } = await testDatabase();
const satellite = await publishingSource(db, 'satellite');
const internet = await publishingSource(db, 'internet');
const waiting = await publishingSource(db, 'waiting', false);

beforeEach(async () => {
  await sql`truncate wire_message, wire_item, story, take, article, article_address, fingerprint, fingerprint_key restart identity cascade`.execute(
    db,
  );
});

const SINKING = [
  'At least 12 people were killed when a ferry sank off Port Ansel in heavy seas, the coast guard of Ondine said, and the search for Captain Marlow Reeve went on.',
  'Two helicopters and five boats from Halden Bay searched the strait through the night, said Ines Varga, who leads the rescue centre at Cape Torrin.',
  'The ship had left Ondine for Port Ansel with 84 people on board, according to the list that the Varga Line handed to the harbour office.',
];
const OTHER_WORDS = [
  'A dozen passengers lost their lives as the ferry Saint Brannoc went down near Port Ansel, officials in Ondine told reporters; Captain Marlow Reeve was still missing.',
  'Rescuers combed the waters off Cape Torrin until dawn with aircraft and lifeboats, Ines Varga announced at a briefing.',
];

type Sent = { uri: string; headline?: string; paragraphs?: string[]; credit?: string; at?: string } & Record<
  string,
  unknown
>;

const send = (source: WireSourceRow, ...items: Sent[]) => {
  const copy = items.map(({ paragraphs = SINKING, at = '2031-03-03T09:00:00Z', ...item }) => ({
    ...{
      type: 'text',
      version: 1,
      language: 'en',
      headline: 'Ferry sinks off Port Ansel, 12 dead',
      credit: 'Halden News',
    },
    ...{ body_html: paragraphs.map((text) => `<p>${text}</p>`).join(''), versioncreated: at, ...item },
  }));
  return receiveMessage(db, source, {
    bytes: new TextEncoder().encode(JSON.stringify(copy)),
    receivedAt: new Date(),
  });
};

const stories = () => listStories(db, { limit: 50 });
const headlines = async () =>
  (await listLatest(db, 'en', { limit: 50 })).map(({ headline }) => headline).sort();

test('copy that comes by two roads is one story with two sources', async () => {
  await send(satellite, { uri: 'urn:sat:1' });
  await send(internet, { uri: 'https://net.example/77', at: '2031-03-03T09:06:00Z' });
  const [story, ...others] = await stories();
  expect(others).toEqual([]);
  const [take, ...more] = await listChain(db, story?.id ?? 0);
  expect(more).toEqual([]);
  expect(take?.roads).toMatchObject([
    { guid: 'urn:sat:1', because: 'first' },
    { guid: 'https://net.example/77', because: 'copy' },
  ]);
});

test('a lead under another identifier is a take of the story, at its address', async () => {
  await send(satellite, { uri: 'urn:sat:1' });
  const [before] = await listLatest(db, 'en', { limit: 1 });
  const paragraphs = [
    ...SINKING,
    'The transport minister of Ondine, Teodor Lansky, ordered all ferries of the type to stay in port.',
  ];
  await send(satellite, {
    uri: 'urn:sat:2',
    headline: '(LEAD) Ferry sinks off Port Ansel, 15 dead',
    paragraphs,
    at: '2031-03-03T10:00:00Z',
  });
  const [after, ...others] = await listLatest(db, 'en', { limit: 5 });
  expect(others).toEqual([]);
  expect(after).toMatchObject({
    path: before?.path,
    headline: 'Ferry sinks off Port Ansel, 15 dead',
    current_revision: 2,
  });
});

test('two agencies on one event are two stories, which the desk sees beside each other', async () => {
  await send(satellite, { uri: 'urn:sat:1' });
  const theirs = {
    headline: 'Twelve die as ferry goes down near Port Ansel',
    paragraphs: OTHER_WORDS,
    credit: 'Torrin Press',
  };
  await send(internet, { uri: 'urn:torrin:9', ...theirs, at: '2031-03-03T09:20:00Z' });
  const ids = (await stories()).map(({ id }) => id);
  expect(ids).toHaveLength(2);
  const clusters = await listClusters(db, ids);
  const [theirId = 0, ourId = 0] = ids;
  expect(clusters.get(ourId)).toMatchObject([{ storyId: theirId, agency: 'torrin press' }]);
  expect(clusters.get(theirId)).toMatchObject([{ storyId: ourId, agency: 'halden news' }]);
});

test('a kill takes the chain that it belongs to, by whichever road it comes, and nothing else', async () => {
  await send(satellite, { uri: 'urn:sat:1' });
  await send(internet, { uri: 'urn:net:1' });
  await send(internet, {
    uri: 'urn:torrin:9',
    headline: 'Twelve die near Port Ansel',
    paragraphs: OTHER_WORDS,
    credit: 'Torrin Press',
  });
  await send(internet, { uri: 'urn:net:1', version: 2, pubstatus: 'canceled', paragraphs: [] });
  expect(await headlines()).toEqual(['Twelve die near Port Ansel']);
  expect((await stories()).map(({ state }) => state).sort()).toEqual(['killed', 'published']);
});

const forecast = (day: string, low: number) => [
  `The following is the forecast of the weather service of Ondine for ${day}, for the coast between Port Ansel and Cape Torrin.`,
  `Port Ansel ${low}/${low + 9} sunny 10`,
  `Cape Torrin ${low + 1}/${low + 8} cloudy 30`,
  'All figures are in degrees; the last one of each line is the chance of rain, and times of tides are found in the almanac of the harbour office.',
];

test('copy that comes day by day in one form is a story a day', async () => {
  const slugline = 'WEATHER';
  const headline = 'Weather forecast for Ondine';
  for (const [index, day] of ['Monday', 'Tuesday', 'Wednesday'].entries()) {
    const at = `2031-03-0${index + 3}T06:00:00Z`;
    await send(satellite, {
      uri: `urn:sat:weather${index}`,
      headline,
      slugline,
      paragraphs: forecast(day, 4 + index),
      at,
    });
  }
  expect(await stories()).toHaveLength(3);
});

test('a lead on another event is another story, whatever slug line they share', async () => {
  const slugline = 'ONDINE-FERRY';
  await send(satellite, { uri: 'urn:sat:1', slugline });
  const paragraphs = [
    'Ferry crews at Halden Bay voted on Monday to accept an offer on pay, their union said after a count that lasted until the evening.',
    'Services to the islands of Westray and Sanday will be resumed on Tuesday morning, the Seaway company told its customers.',
  ];
  await send(satellite, {
    uri: 'urn:sat:2',
    slugline,
    headline: '(LEAD) Ferry crews accept deal at Halden Bay',
    paragraphs,
    at: '2031-03-03T10:00:00Z',
  });
  expect(await stories()).toHaveLength(2);
});

test('copy of a source that waits for the desk changes nothing that another source published', async () => {
  await send(satellite, { uri: 'urn:sat:1' });
  await send(waiting, { uri: 'urn:wait:1' });
  await send(waiting, { uri: 'urn:wait:1', version: 2, headline: 'Something else', paragraphs: OTHER_WORDS });
  await send(waiting, { uri: 'urn:wait:1', version: 3, pubstatus: 'canceled' });
  expect(await headlines()).toEqual(['Ferry sinks off Port Ansel, 12 dead']);
});

test('stories that a later item shows to be one become one, and the address of either leads to it', async () => {
  const rewritten = OTHER_WORDS.concat(
    'Divers from Westray found the wreck of the Saint Brannoc at a depth of 60 metres, Teodor Lansky said.',
  );
  await send(satellite, { uri: 'urn:sat:1' });
  await send(satellite, {
    uri: 'urn:sat:3',
    headline: 'Divers find wreck of the Saint Brannoc',
    paragraphs: rewritten,
    at: '2031-03-03T12:00:00Z',
  });
  const paths = (await listLatest(db, 'en', { limit: 5 })).map(({ path }) => path);
  expect(paths).toHaveLength(2);
  await send(satellite, {
    uri: 'urn:sat:1',
    version: 2,
    headline: 'Divers find wreck of the Saint Brannoc',
    paragraphs: rewritten,
    at: '2031-03-03T12:01:00Z',
  });
  const [article, ...others] = await listLatest(db, 'en', { limit: 5 });
  expect(others).toEqual([]);
  for (const path of paths) expect(await findPathOf(db, path)).toMatchObject({ path: article?.path });
  expect(await stories()).toHaveLength(1);
});

test('takes stand in the order of the chain, though its clocks and its arrival say otherwise', async () => {
  const take = (uri: string, mark: string, at: string, count: number) => ({
    uri,
    headline: `${mark}Ferry sinks off Port Ansel, ${count} dead`,
    at,
  });
  const third = {
    ...take('urn:sat:3', '(2nd LD) ', '2031-03-03T09:30:00Z', 15),
    paragraphs: [...SINKING, 'Families gathered at the church of Saint Brannoc, where names were read out.'],
  };
  await send(satellite, third);
  await send(satellite, take('urn:sat:2', '(LEAD) ', '2031-03-03T09:50:00Z', 14));
  await send(satellite, take('urn:sat:1', '', '2031-03-03T09:40:00Z', 12));
  const [story, ...others] = await stories();
  expect(others).toEqual([]);
  const chain = await listChain(db, story?.id ?? 0);
  expect(chain.map(({ take: { headline } }) => headline.slice(-7))).toEqual([
    '12 dead',
    '14 dead',
    '15 dead',
  ]);
  expect(await headlines()).toEqual(['Ferry sinks off Port Ansel, 15 dead']);
});
