import { describe, expect, test } from 'vitest';
import type { WireItem } from '#features/wire/wire.ts';
import { applyRules, prepareRules } from './apply-rules.ts';
import type { RuleConditions } from './rule.ts';
import { buildRule, buildRuled } from './testing/build-rule.ts';

type Copy = Partial<WireItem> & { text?: string };
/** [what it is about, conditions, item, what is said of it where the conditions hold] */
type Case = [string, RuleConditions, Copy, string | undefined];

const subject = (...codes: string[]): Copy => ({ subject: codes.map((code) => ({ code })) });

const CASES: Case[] = [
  ['no condition holds for every item', {}, {}, 'every item'],
  [
    'a code is itself',
    { subject: ['medtop:20000735'] },
    subject('medtop:20000735'),
    'subject medtop:20000735',
  ],
  ['a code is no other code', { subject: ['medtop:20000083'] }, subject('medtop:20000084'), undefined],
  [
    'any of several codes will do',
    { subject: ['medtop:1', 'medtop:2'] },
    subject('medtop:2'),
    'subject medtop:2',
  ],
  [
    'a code may come as an address',
    { subject: ['medtop:20000735'] },
    subject('http://cv.iptc.org/newscodes/mediatopic/20000735'),
    'subject http://cv.iptc.org/newscodes/mediatopic/20000735',
  ],
  [
    'a code without a scheme is of any',
    { subject: ['20000735'] },
    subject('medtop:20000735'),
    'subject medtop:20000735',
  ],
  ['a code of another scheme is another', { subject: ['cat:12'] }, subject('desk:12'), undefined],
  [
    'a matter is below its subject',
    { subject: ['subj:15000000'] },
    subject('subj:15054000'),
    'subject subj:15054000',
  ],
  [
    'a detail is below its matter',
    { subject: ['subj:15054000'] },
    subject('subj:15054003'),
    'subject subj:15054003',
  ],
  ['a subject is not below its matter', { subject: ['subj:15054000'] }, subject('subj:15000000'), undefined],
  ['a neighbour is not below', { subject: ['subj:15054000'] }, subject('subj:15055001'), undefined],
  [
    'the first level is one in old and new codes',
    { subject: ['medtop:15000000'] },
    subject('subj:15054000'),
    'subject subj:15054000',
  ],
  [
    'a Media Topic is below its branch',
    { subject: ['medtop:20000082'] },
    subject('medtop:20000083'),
    'subject medtop:20000083',
  ],
  ['and below the top', { subject: ['02000000'] }, subject('medtop:20000083'), 'subject medtop:20000083'],
  [
    'a category is the top that it means',
    { subject: ['SPO'] },
    subject('subj:15054000'),
    'subject subj:15054000',
  ],
  [
    'a neighbour of a Media Topic is not below it',
    { subject: ['medtop:20000083'] },
    subject('medtop:20000084'),
    undefined,
  ],
  [
    'a name is compared without case',
    { subject: ['Sport'] },
    { subject: [{ code: 'x:1', name: 'SPORT' }] },
    'subject x:1 SPORT',
  ],
  [
    'a name is compared as a whole',
    { subject: ['sport'] },
    { subject: [{ name: 'Sports politics' }] },
    undefined,
  ],
  ['a Korean name is a name', { subject: ['체육'] }, { subject: [{ name: '체육' }] }, 'subject 체육'],

  ['an urgency is in its range', { urgency: { from: 1, to: 3 } }, { urgency: 3 }, 'urgency 3'],
  ['an urgency is out of it', { urgency: { from: 1, to: 3 } }, { urgency: 4 }, undefined],
  ['no urgency is in no range', { urgency: { from: 1, to: 9 } }, {}, undefined],

  ['a language stands for its regions', { language: ['en'] }, { language: 'en-GB' }, 'language en-GB'],
  ['a region stands for itself', { language: ['en-GB'] }, { language: 'en' }, undefined],
  ['a language is no beginning of another', { language: ['k'] }, { language: 'ko' }, undefined],
  ['case and underscore are one', { language: ['pt-br'] }, { language: 'pt_BR' }, 'language pt_BR'],

  ['a place is that of the text', { place: ['seoul'] }, { located: 'SEOUL, Nov. 24' }, 'place “seoul”'],
  [
    'a place may be that of an event',
    { place: ['Busan'] },
    { event: { place: 'BEXCO, Busan' } },
    'place “Busan”',
  ],
  ['a place in the text is not where it was written', { place: ['Seoul'] }, { text: 'In Seoul.' }, undefined],

  ['a credit is found in brackets', { credit: ['Yonhap'] }, { credit: '(Yonhap)' }, 'credit “Yonhap”'],
  ['a credit is whole words', { credit: ['AP'] }, { credit: 'AFP/APA' }, undefined],
  ['one agency of two is enough', { credit: ['AP'] }, { credit: 'AFP/AP' }, 'credit “AP”'],

  [
    'an embargo that runs',
    { embargo: true },
    { embargoed: '2026-11-24T07:00:00Z' },
    'embargo 2026-11-24T07:00:00Z',
  ],
  ['an embargo that is over is none', { embargo: true }, { embargoed: '2026-11-24T05:00:00Z' }, undefined],
  ['an embargo without an end runs', { embargo: true }, { embargoed: 'indefinite' }, 'embargo indefinite'],
  ['an item without one', { embargo: false }, {}, 'no embargo'],

  [
    'a signal with its scheme',
    { signal: ['correction'] },
    { signal: ['sig:correction'] },
    'signal sig:correction',
  ],
  ['a signal of another kind', { signal: ['sig:correction'] }, { signal: ['sig:update'] }, undefined],
  ['a type', { type: ['picture', 'graphic'] }, { type: 'graphic' }, 'type graphic'],
  ['another type', { type: ['picture'] }, {}, undefined],
  ['a genre by its code', { genre: ['genre:Obituary'] }, subject('genre:Obituary'), 'genre genre:Obituary'],
  [
    'a subject is no genre',
    { genre: ['Obituary'] },
    { subject: [{ code: 'x:1', name: 'Obituary' }] },
    undefined,
  ],

  ['words in the headline', { words: ['harbour'] }, {}, 'words “harbour”'],
  ['words in the text', { words: ['waited outside'] }, {}, 'words “waited outside”'],
  ['words in the slug line', { words: ['harbour fog'] }, { slugline: 'Harbour-Fog' }, 'words “harbour fog”'],
  ['words in the abstract', { words: ['fog'] }, { abstract: 'Fog lifts.' }, 'words “fog”'],
  ['words are whole', { words: ['ship'] }, {}, undefined],
  ['words stand one after the other', { words: ['outside waited'] }, {}, undefined],
  ['words do not go on from headline to text', { words: ['reopens ships'] }, {}, undefined],
  ['an owner is the word', { words: ['North Korea'] }, { text: 'North Korea’s army' }, 'words “North Korea”'],
  ['accents do not count', { words: ['sao paulo'] }, { text: 'São Paulo' }, 'words “sao paulo”'],
  ['nor do they in the rule', { words: ['Köln'] }, { text: 'Koln' }, 'words “Köln”'],
  ['letters that have no accent', { words: ['Lodz'] }, { text: 'in Łódź.' }, 'words “Lodz”'],
  ['line breaks and signs part words', { words: ['rate cut'] }, { text: 'rate-\ncut' }, 'words “rate cut”'],
  [
    'a soft hyphen parts no word',
    { words: ['Krankenhaus'] },
    { text: 'Kranken\u00adhaus' },
    'words “Krankenhaus”',
  ],
  [
    'Korean is found before an ending',
    { words: ['대통령'] },
    { text: '윤 대통령은 말했다' },
    'words “대통령”',
  ],
  ['Korean is found within a word', { words: ['국방'] }, { text: '합동국방부' }, 'words “국방”'],
  [
    'Korean decomposed is the same',
    { words: ['부산'] },
    { text: '부산에서'.normalize('NFD') },
    'words “부산”',
  ],
  ['Latin beside Hangul is a word', { words: ['LG'] }, { text: 'LG는 올랐다' }, 'words “LG”'],
  ['but not within Latin', { words: ['LG'] }, { text: 'ALGO는 올랐다' }, undefined],
  ['Latin and Hangul together', { words: ['FC서울'] }, { text: '축구팀FC서울이' }, 'words “FC서울”'],
  ['Japanese has no blanks', { words: ['東京'] }, { text: '昨日東京で' }, 'words “東京”'],
  ['signs of patterns are signs', { words: ['.*'] }, {}, undefined],
  ['in the headline only', { headline: ['ships'] }, {}, undefined],
  ['in the slug line only', { slug: ['harbour'] }, { slugline: 'port' }, undefined],
  [
    'all conditions must hold',
    { words: ['harbour'], urgency: { from: 1, to: 2 } },
    { urgency: 3 },
    undefined,
  ],
  [
    'each condition that holds is told',
    { words: ['harbour'], urgency: { from: 1, to: 2 } },
    { urgency: 1 },
    'urgency 1, words “harbour”',
  ],
];

describe('a condition', () => {
  test.each(CASES)('%s', (_, conditions, copy, why) => {
    const rules = prepareRules([buildRule(1, conditions, { decision: 'publish' })]);
    const { applied } = applyRules(rules, buildRuled(copy));
    expect(applied[0]?.why.join(', ')).toBe(why);
  });

  test('the longest phrase over a long text takes no time worth naming', () => {
    const words = Array.from({ length: 500 }, (_, at) => `${'a'.repeat(190)} ${at}`);
    const rules = prepareRules([buildRule(1, { words }, { decision: 'wait' })]);
    const { applied } = applyRules(rules, buildRuled({ text: 'a'.repeat(200_000) }));
    expect(applied).toEqual([]);
  });
});
