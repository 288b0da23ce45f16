import { beforeEach, describe, expect, test } from 'vitest';
import { findPublished, findTombstone, listLatest } from '#features/articles/articles.ts';
import {
  type AddRule,
  addRule,
  findStory,
  listApplications,
  listChain,
  listStories,
  moveRule,
  removeRule,
  setRuleInUse,
  tryRule,
} from '#features/stories/stories.ts';
import { ensureSection, ensureTopics, listEditions, listSections } from '#features/taxonomy/taxonomy.ts';
import { listSources, type WireSourceRow } from '#features/wire/wire.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { publishStory } from './publish-story.ts';
import { receiveMessage } from './receive-message.ts';
import { type Copy, publishingSource, receive } from './testing/copy.ts';

const { db } = await testDatabase();
let waiting: WireSourceRow;
let publishing: WireSourceRow;

beforeEach(async () => {
  await emptyDatabase(db);
  waiting = await publishingSource(db, 'waiting', false);
  publishing = await publishingSource(db, 'publishing', true);
});

const rule = (
  name: string,
  conditions: AddRule['conditions'],
  effects: AddRule['effects'],
  more: Partial<AddRule> = {},
) => addRule(db, { name, conditions, effects, draft: false, replace: false, at: new Date(), ...more });

const stories = () => listStories(db, { limit: 100 });
const headlines = async () => (await listLatest(db, 'en', { limit: 50 })).map(({ headline }) => headline);
const history = async () =>
  (await listApplications(db, { limit: 100 })).map((row) => [
    row.rule_name,
    row.effect,
    row.why,
    row.ignored,
  ]);
const only = async () => {
  const [story, ...more] = await stories();
  if (!story || more.length > 0) throw new Error(`there are ${more.length + 1} stories`);
  return story;
};

const FERRY = { uri: 'urn:x:1', headline: 'Ferry stays in port' } satisfies Copy;

describe('a rule', () => {
  test('lets copy of a waiting source go out, and other copy wait', async () => {
    await rule('ferries', { words: ['ferry'] }, { decision: 'publish' });
    await receive(db, waiting, FERRY);
    await receive(db, waiting, { uri: 'urn:x:2', headline: 'Rates stay' });
    expect(await headlines()).toEqual(['Ferry stays in port']);
    expect(await history()).toEqual([['ferries', { decision: 'publish' }, ['words “ferry”'], false]]);
  });

  test('keeps copy of a publishing source back', async () => {
    await rule('sports', { subject: ['medtop:15000000'] }, { decision: 'wait', desk: 'sport' });
    await receive(db, publishing, { ...FERRY, subject: [{ code: 'subj:15054000', name: 'soccer' }] });
    expect(await headlines()).toEqual([]);
    expect(await listStories(db, { desk: 'sport', limit: 10 })).toMatchObject([
      { state: 'draft', desk: 'sport' },
    ]);
    expect(await listStories(db, { desk: 'night', limit: 10 })).toEqual([]);
  });

  test('names section, topics and urgency', async () => {
    const { section } = await ensureSection(db, { edition: 'en', slug: 'travel' });
    const topics = await ensureTopics(db, 'en', [{ slug: 'ferries', name: 'Ferries' }]);
    await rule(
      'ferries',
      { words: ['ferry'] },
      { topics: ['ferries'], urgency: 2 },
      { sectionId: section.id },
    );
    await receive(db, publishing, FERRY);
    const { id } = await only();
    expect(await findStory(db, id)).toMatchObject({ section_id: section.id });
    const [chained] = await listChain(db, id);
    expect(chained?.take).toMatchObject({ urgency: 2, topics: [topics.get('ferries')] });
  });

  test('of one source says nothing of another', async () => {
    await rule('mine', {}, { decision: 'ignore' }, { sourceId: publishing.id });
    await receive(db, waiting, FERRY);
    await receive(db, publishing, { uri: 'urn:x:2', headline: 'Rates stay' });
    expect((await only()).headline).toBe('Ferry stays in port');
  });

  test('calls the desk once for each story', async () => {
    await rule('flash', { headline: ['ferry'] }, { alert: true });
    const first = await receive(db, publishing, FERRY);
    expect(first.alerts).toEqual([
      expect.stringMatching(/^flash: story \d+ of publishing, “Ferry stays in port”$/),
    ]);
    const again = await receive(db, publishing, { ...FERRY, version: 2, paragraphs: ['It still does.'] });
    expect(again.alerts).toEqual([]);
    expect(await listStories(db, { alerts: true, limit: 10 })).toMatchObject([{ alerts: ['flash'] }]);
  });

  test('calls the desk to a later version that is the first to match', async () => {
    await rule('flash', { words: ['sinks'] }, { alert: true, desk: 'night' });
    await receive(db, publishing, FERRY);
    expect(await listStories(db, { alerts: true, limit: 10 })).toEqual([]);
    await receive(db, publishing, { ...FERRY, version: 2, headline: 'Ferry sinks in port' });
    expect(await only()).toMatchObject({ alerts: ['flash'], desk: 'night', state: 'published' });
  });

  test('counts from the batch after it was added, changed, moved, taken out of use and removed', async () => {
    let number = 0;
    const decisionNow = async () => {
      number += 1;
      const uri = `urn:x:turn-${number}`;
      // Other words each time, or they would be one story.
      const text = `Notice ${number}: ${'abcdefgh'.repeat(number)} ${number * 7919} ${'xyz'.repeat(number)}`;
      await receive(db, waiting, { uri, headline: `Turn ${'abcdefg'[number]}`, paragraphs: [text] });
      const all = await stories();
      const story = all.find(({ headline }) => headline === `Turn ${'abcdefg'[number]}`);
      return story?.state ?? 'ignored';
    };
    expect(await decisionNow()).toBe('draft');
    await rule('out', {}, { decision: 'publish' });
    expect(await decisionNow()).toBe('published');
    await rule('away', {}, { decision: 'ignore' }, { before: 'out' });
    expect(await decisionNow()).toBe('ignored');
    await moveRule(db, 'away', undefined);
    expect(await decisionNow()).toBe('published');
    await setRuleInUse(db, 'out', false, new Date());
    expect(await decisionNow()).toBe('ignored');
    await removeRule(db, 'away');
    expect(await decisionNow()).toBe('draft');
    expect((await history()).map(([name]) => name)).toEqual(['away', 'out', 'away', 'out']);
  });
});

describe('what a rule ignores', () => {
  const ignoreHoroscopes = () => rule('horoscope', { words: ['horoscope'] }, { decision: 'ignore' });

  test('is kept without a story, with the reason', async () => {
    await ignoreHoroscopes();
    const { items, failures } = await receive(db, publishing, { ...FERRY, headline: 'Your horoscope' });
    expect({ items: items.length, failures }).toEqual({ items: 1, failures: [] });
    expect(await stories()).toEqual([]);
    expect(await listApplications(db, { ignored: true, limit: 10 })).toMatchObject([
      { rule_name: 'horoscope', why: ['words “horoscope”'], story_id: null, headline: 'Your horoscope' },
    ]);
  });

  test('does not come again when it is sent again', async () => {
    await ignoreHoroscopes();
    await receive(db, publishing, { ...FERRY, headline: 'Your horoscope' });
    await removeRule(db, 'horoscope');
    const again = await receive(db, publishing, { ...FERRY, headline: 'Your horoscope' });
    expect(again.items).toHaveLength(0);
    expect(await stories()).toEqual([]);
  });

  test('is a story from the first version on that it does not match', async () => {
    await ignoreHoroscopes();
    await receive(db, publishing, { ...FERRY, headline: 'Your horoscope' });
    await receive(db, publishing, { ...FERRY, version: 2 });
    expect(await only()).toMatchObject({ state: 'published', takes: 1, headline: 'Ferry stays in port' });
  });

  test('goes to its story where a version before it comes late', async () => {
    await ignoreHoroscopes();
    await receive(db, publishing, { ...FERRY, version: 2, headline: 'Your horoscope' });
    await receive(db, publishing, { ...FERRY, version: 1 });
    expect(await only()).toMatchObject({ state: 'published', takes: 2, headline: 'Your horoscope' });
    expect(await listApplications(db, { ignored: true, limit: 10 })).toEqual([]);
  });

  test('ends as in order where both come in one message the wrong way round', async () => {
    await ignoreHoroscopes();
    const item = (version: number, headline: string) => ({
      ...{ uri: 'urn:x:1', version, headline, type: 'text', pubstatus: 'usable', language: 'en' },
      body_html: `<p>${headline} today.</p>`,
    });
    const bytes = Buffer.from(JSON.stringify([item(2, 'Your horoscope'), item(1, 'Ferry stays in port')]));
    await receiveMessage(db, publishing, { bytes, receivedAt: new Date() });
    expect(await only()).toMatchObject({ state: 'published', headline: 'Your horoscope' });
  });
});

describe('over a published story no rule decides', () => {
  test('a later version that a rule would ignore or keep back goes out', async () => {
    await receive(db, publishing, FERRY);
    await rule('away', { words: ['sinks'] }, { decision: 'ignore' });
    await rule('back', { words: ['towed'] }, { decision: 'wait' });
    await receive(db, publishing, { ...FERRY, version: 2, headline: 'Ferry sinks in port' });
    expect(await headlines()).toEqual(['Ferry sinks in port']);
    await receive(db, publishing, { ...FERRY, version: 3, headline: 'Ferry towed to port' });
    expect(await headlines()).toEqual(['Ferry towed to port']);
    expect(await history()).toEqual([]);
  });

  test('a correction goes out whatever a rule says of corrections', async () => {
    await receive(db, publishing, { ...FERRY, paragraphs: ['The ferry carried 40 people.'] });
    await rule('all', {}, { decision: 'ignore' });
    const ednote = 'CORRECTION: corrects number of people';
    await receive(db, publishing, {
      ...FERRY,
      version: 2,
      ednote,
      paragraphs: ['The ferry carried 60 people.'],
    });
    expect((await only()).takes).toBe(2);
    const [article] = await listLatest(db, 'en', { limit: 1 });
    expect(JSON.stringify(await findPublished(db, article?.path ?? ''))).toContain('60 people');
  });

  test('a kill takes it away whatever a rule says', async () => {
    await receive(db, publishing, FERRY);
    const [article] = await listLatest(db, 'en', { limit: 1 });
    await rule('all', {}, { decision: 'ignore', stop: true });
    await receive(db, publishing, { ...FERRY, version: 2, pubstatus: 'canceled' });
    expect(await headlines()).toEqual([]);
    expect(await findTombstone(db, article?.path ?? '')).toBeDefined();
  });

  test('a kill of what a rule ignored leaves a killed story, so that no other road brings it', async () => {
    await rule('all', {}, { decision: 'ignore' });
    await receive(db, publishing, FERRY);
    await receive(db, publishing, { ...FERRY, version: 2, pubstatus: 'canceled' });
    await removeRule(db, 'all');
    await receive(db, publishing, { ...FERRY, version: 3 });
    expect(await headlines()).toEqual([]);
    expect((await stories()).every(({ state }) => state === 'killed')).toBe(true);
  });

  test('the section that the desk chose stays', async () => {
    const { section } = await ensureSection(db, { edition: 'en', slug: 'travel' });
    await receive(db, publishing, FERRY);
    const before = await findStory(db, (await only()).id);
    await rule('ferries', { words: ['ferry'] }, {}, { sectionId: section.id });
    await receive(db, publishing, { ...FERRY, version: 2, paragraphs: ['More of it.'] });
    expect(await findStory(db, (await only()).id)).toMatchObject({ section_id: before?.section_id });
  });
});

describe('over a story that waits', () => {
  test('the newest version decides', async () => {
    await rule('ferries', { words: ['sinks'] }, { decision: 'publish' });
    await receive(db, waiting, FERRY);
    expect(await headlines()).toEqual([]);
    await receive(db, waiting, { ...FERRY, version: 3, headline: 'Ferry sinks in port' });
    expect(await headlines()).toEqual(['Ferry sinks in port']);
  });

  test('a version that comes late decides nothing', async () => {
    await rule('ferries', { words: ['sinks'] }, { decision: 'publish' });
    await receive(db, waiting, { ...FERRY, version: 2 });
    await receive(db, waiting, { ...FERRY, version: 1, headline: 'Ferry sinks in port' });
    expect(await headlines()).toEqual([]);
    expect(await history()).toEqual([]);
  });

  test('the desk publishes it, whatever rules say', async () => {
    await rule('back', {}, { decision: 'wait' });
    await receive(db, publishing, FERRY);
    const { id } = await only();
    await db.transaction().execute((trx) => publishStory(trx, { storyId: id, at: new Date() }));
    expect(await headlines()).toEqual(['Ferry stays in port']);
  });
});

test('a draft is tried on what came before, and changes nothing', async () => {
  const words = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot'];
  for (const [at, word] of words.entries())
    await receive(db, at < 4 ? waiting : publishing, {
      ...{ uri: `urn:x:${word}`, headline: `${word} ${at < 3 ? 'ferry' : 'rates'}` },
      paragraphs: [`${word.repeat(3)} ${word}s, ${at * 7919} ${word}`],
    });
  await receive(db, waiting, { uri: 'urn:x:alpha', version: 2, headline: 'alpha ferry again' });
  await rule('ferries', { words: ['ferry'] }, { decision: 'publish', alert: true }, { draft: true });
  await rule('rates', { words: ['rates'] }, { decision: 'ignore' }, { draft: true });
  const [editions, sections, sources] = [
    await listEditions(db),
    await listSections(db),
    await listSources(db),
  ];
  const since = new Date(Date.now() - 3_600_000);
  const asked = { since, examples: 2, sources, editions, sections };
  const before = await stories();
  expect(await tryRule(db, { ...asked, name: 'ferries' })).toMatchObject({
    ...{ items: 6, later: 1, matched: 3, alerted: 3 },
    decided: { publish: 3, wait: 0, ignore: 0 },
    changed: { publish: 3, wait: 0, ignore: 0 },
    outcome: { publish: 5, wait: 1, ignore: 0 },
    examples: [
      { headline: 'charlie ferry', decision: 'publish', otherwise: 'wait' },
      { headline: 'bravo ferry', why: ['words “ferry”'] },
    ],
  });
  expect(await tryRule(db, { ...asked, name: 'rates' })).toMatchObject({
    decided: { publish: 0, wait: 0, ignore: 3 },
    outcome: { publish: 0, wait: 3, ignore: 3 },
  });
  const later = new Date(Date.now() + 3_600_000);
  expect(await tryRule(db, { ...asked, since: later, name: 'rates' })).toMatchObject({ items: 0, later: 0 });
  expect(await stories()).toEqual(before);
  expect(await history()).toEqual([]);
});
