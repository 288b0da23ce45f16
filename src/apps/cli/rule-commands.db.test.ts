import { beforeEach, expect, test } from 'vitest';
import { publishingSource, receive } from '#features/publishing/testing/copy.ts';
import type { WireSourceRow } from '#features/wire/wire.ts';
import { RULE_COMMANDS } from './rule.command.ts';
import { storyListCommand } from './story-list.command.ts';
import { storyShowCommand } from './story-show.command.ts';
import { besidePaper } from './testing/beside-paper.ts';
import { runRecorded } from './testing/run-recorded.ts';

const paper = await besidePaper();
const { db } = paper;
let source: WireSourceRow;

beforeEach(async () => {
  source = await publishingSource(db, 'agency', false);
});

const dateline = (...args: string[]) =>
  runRecorded([...RULE_COMMANDS, storyListCommand, storyShowCommand], args);
const names = async () =>
  JSON.parse((await dateline('rule', 'list', '--json')).out).map(({ name }: { name: string }) => name);

test('a draft is added, tried, put in use, and then does what it was tried with', async () => {
  await receive(db, source, { uri: 'urn:x:1', headline: 'Ferry stays in port' });
  await receive(db, source, { uri: 'urn:x:2', headline: 'Rates unchanged again', paragraphs: ['No move.'] });
  const add = [
    'rule',
    'add',
    'ferries',
    '--words',
    'ferry',
    '--words',
    'boat',
    '--publish',
    '--alert',
    '--draft',
  ];
  expect(await dateline(...add)).toMatchObject({ code: 0, out: '' });
  const trial = await dateline('rule', 'try', 'ferries');
  expect(trial.out).toContain('Would have published 1 of 2, put 0 on hold, ignored 0.');
  expect(trial.out).toMatch(/publish, not wait\s+Ferry stays in port\s+words “ferry”/);
  expect(JSON.parse((await dateline('rule', 'try', 'ferries', '--json', '--days', '2')).out)).toMatchObject({
    ...{ rule: 'ferries', days: 2, items: 2, decided: { publish: 1 }, alerted: 1 },
  });
  await receive(db, source, { uri: 'urn:x:3', headline: 'Boat leaves dock', paragraphs: ['It left.'] });
  expect((await dateline('story', 'list', '--alerts')).talk).toBe('There are no such stories.\n');
  expect((await dateline('rule', 'enable', 'ferries')).talk).toContain('from the next message on');
  await receive(db, source, {
    uri: 'urn:x:4',
    headline: 'A boat is new',
    paragraphs: ['Its keel was laid.'],
  });
  expect((await dateline('story', 'list', '--alerts')).out).toMatch(/published, ! ferries .* A boat is new/);
  const [story] = JSON.parse((await dateline('story', 'list', '--alerts', '--json')).out);
  const shown = (await dateline('story', 'show', String(story.id))).out;
  expect(shown).toContain('ferries (version 1) on version 1 of agency: publish, alert for words “boat”');
  expect(shown).toMatch(/Alerts:\s+ferries/);
});

test('list and show say what a rule is about and what it does', async () => {
  const conditions = ['--source', 'agency', '--urgency', '1-3', '--language', 'ko', '--embargo', 'no'];
  const effects = [
    '--section',
    'harbour',
    '--topic',
    'Ferries',
    '--set-urgency',
    '2',
    '--desk',
    'night',
    '--wait',
  ];
  const added = await dateline('rule', 'add', 'night', ...conditions, ...effects, '--stop');
  expect(added).toMatchObject({
    code: 0,
    talk: expect.stringContaining('Made the topic Ferries (ferries).'),
  });
  const listed = (await dateline('rule', 'list')).out;
  expect(listed).toContain('source agency, urgency 1-3, no embargo, language ko');
  expect(listed).toContain('wait, section harbour, topic ferries, urgency 2, desk night, stop');
  expect(JSON.parse((await dateline('rule', 'show', 'night', '--json')).out)).toMatchObject({
    ...{ name: 'night', source: 'agency', version: 1, enabled: true, history: [] },
    conditions: { urgency: { from: 1, to: 3 }, language: ['ko'], embargo: false },
    effects: { section: 'harbour', decision: 'wait', stop: true },
  });
  expect((await dateline('rule', 'show', 'night')).out).toMatch(/Rule:\s+night, version 1, in use/);
});

test('rules are put in order, replaced and removed', async () => {
  for (const name of ['one', 'two']) await dateline('rule', 'add', name, '--wait');
  await dateline('rule', 'add', 'three', '--wait', '--before', 'one');
  expect(await names()).toEqual(['three', 'one', 'two']);
  await dateline('rule', 'move', 'two', '--before', 'three');
  expect(await names()).toEqual(['two', 'three', 'one']);
  await dateline('rule', 'move', 'two');
  expect(await names()).toEqual(['three', 'one', 'two']);
  expect((await dateline('rule', 'add', 'one', '--publish')).code).toBe(1);
  expect((await dateline('rule', 'add', 'one', '--ignore', '--replace')).code).toBe(0);
  expect(JSON.parse((await dateline('rule', 'show', 'one', '--json')).out)).toMatchObject({
    ...{ version: 2, position: 2, effects: { decision: 'ignore' } },
  });
  await dateline('rule', 'disable', 'one');
  expect((await dateline('rule', 'list')).out).toMatch(/one .* not in use/);
  expect((await dateline('rule', 'remove', 'three')).code).toBe(0);
  expect(await names()).toEqual(['one', 'two']);
});

test('the history tells what was ignored and why, after the rule is gone too', async () => {
  await dateline('rule', 'add', 'away', '--headline', 'horoscope', '--ignore');
  await receive(db, source, { uri: 'urn:x:1', headline: 'Your horoscope' });
  expect((await dateline('rule', 'history', '--rule', 'away')).out).toMatch(
    /away \(version 1\) {2}ignore for headline “horoscope” {2}item \d+ of agency {2}ignored {2}Your horoscope\n$/,
  );
  await dateline('rule', 'remove', 'away');
  const [entry] = JSON.parse((await dateline('rule', 'history', '--ignored', '--json')).out);
  expect(entry).toMatchObject({
    rule: 'away',
    ignored: true,
    guid: 'urn:x:1',
    effect: { decision: 'ignore' },
  });
  expect((await dateline('rule', 'history', '--item', String(entry.item))).out).toContain('away');
  expect((await dateline('rule', 'history', '--before', String(entry.id))).talk).toContain('nothing');
});

test.each([
  [['add']],
  [['add', 'one', 'two', '--wait']],
  [['add', 'one', '--wait', '--publish']],
  [['add', 'one', '--urgency', '3-1', '--wait']],
  [['add', 'one', '--urgency', '0', '--wait']],
  [['add', 'one', '--set-urgency', '12']],
  [['add', 'one', '--embargo', 'maybe', '--wait']],
  [['add', 'one', '--type', 'song', '--wait']],
  [['add', 'one', '--topic', '…', '--wait']],
  [['try', 'one', '--days', '0']],
  [['history', '--item', 'x']],
])('%j is wrong use', async (args) => {
  expect(await dateline('rule', ...args)).toMatchObject({ code: 2 });
  expect(await names()).toEqual([]);
});

test.each([
  [['add', 'one']],
  [['add', 'One', '--wait']],
  [['add', 'one', '--words', '.*', '--wait']],
  [['add', 'one', '--source', 'nobody', '--wait']],
  [['add', 'one', '--wait', '--before', 'none']],
  [['add', 'one', '--wait', '--replace']],
  [['show', 'none']],
  [['try', 'none']],
  [['enable', 'none']],
  [['remove', 'none']],
])('%j fails with a sentence and changes nothing', async (args) => {
  const { code, talk } = await dateline('rule', ...args);
  expect({ code, talk }).toEqual({ code: 1, talk: expect.stringMatching(/\.\n$/) });
  expect(await names()).toEqual([]);
});
