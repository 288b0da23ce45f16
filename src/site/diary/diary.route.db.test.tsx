import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { editEntry, followArticle } from '#features/diary/diary.ts';
import { killStory } from '#features/publishing/publishing.ts';
import { publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { saveTopic } from '#features/taxonomy/taxonomy.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { buildPaper } from '../testing/build-paper.ts';
import { siteApp } from '../testing/site-app.ts';

const { db } = await testDatabase();
// A Wednesday; the editions' zone is UTC.
const NOW = new Date('2015-03-25T12:00:00Z');
const at = (day: string) => new Date(`${day}T09:00:00Z`);

async function publish(headline: string, text: string, day: string, more: { topics?: number[] } = {}) {
  const article = await publishCopy(db, { headline, text, at: at(day), ...more });
  await followArticle(db, article.id);
  return article;
}

const ask = async (path: string, now = NOW) => {
  const { app } = siteApp(db, () => now);
  const response = await app.request(path, { headers: { accept: 'text/html' } });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

const sectionsOf = (html: string): string[] =>
  [...html.matchAll(/<h2 class="rubric"[^>]*>([^<]+)</g)].map(([, title = '']) => title);

let killed: { story_id: number; id: number };

beforeAll(async () => {
  await buildPaper(db);
  await saveTopic(db, { edition: 'en', slug: 'korea', name: 'Korea', description: '', code: null });
  const { id: topic } = await db.selectFrom('topic').select('id').executeTakeFirstOrThrow();
  const topics = [topic];
  await publish('Trip', 'President Barack Obama will visit South Korea on April 9.', '2015-03-20', {
    topics,
  });
  await publish('Reporters', 'On Thursday, Ashton Carter is set to arrive in Japan.', '2015-03-25', {
    topics,
  });
  await publish('Early', 'Vladimir Putin plans to visit South Korea in early April.', '2015-03-24');
  await publish('Past', 'Angela Merkel will visit Japan on March 10.', '2015-03-02');
  await publish(
    'Done',
    'Shinzo Abe will meet Barack Obama on March 12 in Washington, his office said.',
    '2015-03-02',
  );
  await publish('Report', 'Shinzo Abe met Barack Obama on Thursday. They spoke for an hour.', '2015-03-12');
  killed = await publish('Secret', 'John Kerry will visit Vietnam on March 27.', '2015-03-24');
});

describe('the diary', () => {
  it('has this week by days and what is ahead by weeks', async () => {
    const { status, text } = await ask('/diary');
    expect(status).toBe(200);
    expect(sectionsOf(text)).toEqual(
      expect.arrayContaining(['Thursday 26 March', 'Friday 27 March', expect.stringContaining('April')]),
    );
    expect(text).toContain('Ashton Carter to arrive in Japan');
    expect(text).toContain('Early April 2015');
    expect(text).not.toContain('Angela Merkel');
  });

  it('quotes the sentence that announced an entry and leads to it', async () => {
    const { text } = await ask('/diary');
    expect(text).toContain('#:~:text=On%20Thursday%2C%20Ashton');
  });

  it('says of a week that is past what came of it, and where no report has come', async () => {
    const { text } = await ask('/diary/2015-w11');
    expect(text).toContain('No report yet of what came of it.');
    expect(text).toContain('It took place');
    expect(text).toContain('Shinzo Abe met Barack Obama on Thursday.');
    expect(text).toContain('rel="next" href="/diary/2015-w13"');
  });

  it('has an address for each week of the calendar and for nothing else', async () => {
    expect((await ask('/diary/2015-w54')).status).toBe(404);
    expect((await ask('/diary?after=x')).status).toBe(404);
    const empty = await ask('/diary/2013-w02');
    expect(empty.status).toBe(200);
    expect(empty.text).toContain('content="noindex"');
  });

  it('is in Korean in the Korean edition, and says there that nothing is planned yet', async () => {
    const { text } = await ask('/ko/diary');
    expect(text).toContain('<html lang="ko">');
    expect(text).toContain('아직 기사로 알려진 일정이 없습니다');
  });

  it('tells machines of an event only once it is settled', async () => {
    expect((await ask('/diary')).text).not.toContain('"@type":"Event"');
    const { id } = await db.selectFrom('diary_entry').select('id').orderBy('id').executeTakeFirstOrThrow();
    await editEntry(db, id, { verdict: 'confirmed' });
    const { text } = await ask('/diary');
    expect(text).toContain(
      '"@type":"Event","name":"Barack Obama to visit South Korea","startDate":"2015-04-09"',
    );
  });
});

describe('what happens next', () => {
  it('stands on an article: what it announces, and what is planned in its topics', async () => {
    const { path } = await db
      .selectFrom('article')
      .select('path')
      .where('headline', '=', 'Reporters')
      .executeTakeFirstOrThrow();
    const { text } = await ask(path);
    const part = /<section class="next">.*?<\/section>/s.exec(text)?.[0] ?? '';
    expect([...part.matchAll(/<a href="([^"]+)">([^<]+)/g)].map(([, href, label]) => [href, label])).toEqual([
      [expect.stringMatching(/^\/diary\/2015-w13#e\d+$/), 'Ashton Carter to arrive in Japan'],
      [expect.stringMatching(/^\/diary\/2015-w15#e\d+$/), 'Barack Obama to visit South Korea'],
      ['/diary', 'The whole diary'],
    ]);
  });

  it('is left away where nothing is planned', async () => {
    const { path } = await db
      .selectFrom('article')
      .select('path')
      .where('headline', '=', 'Report')
      .executeTakeFirstOrThrow();
    expect((await ask(path)).text).not.toContain('class="next"');
  });
});

describe('the calendar', () => {
  const events = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
      summary: String(event.getFirstPropertyValue('summary')),
      status: event.getFirstPropertyValue('status'),
      start: String(event.getFirstPropertyValue('dtstart')),
      end: String(event.getFirstPropertyValue('dtend')),
      isDate: event.getFirstProperty('dtstart')?.type === 'date',
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: event.getFirstPropertyValue('sequence'),
      description: String(event.getFirstPropertyValue('description')),
      categories: event.getFirstPropertyValue('categories'),
    }));

  it('is read by another program: whole days, folded lines, where it stands', async () => {
    const { text, type } = await ask('/diary.ics');
    expect(type).toBe('text/calendar; charset=utf-8');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const found = events(text);
    expect(found.find(({ summary }) => summary === 'Korea: Barack Obama to visit South Korea')).toMatchObject(
      {
        ...{ start: '2015-04-09', end: '2015-04-10', isDate: true, status: 'CONFIRMED', categories: 'World' },
        description: expect.stringContaining('President Barack Obama will visit South Korea on April 9.'),
      },
    );
    expect(found.find(({ summary }) => summary.startsWith('Vladimir'))).toMatchObject({
      ...{ summary: 'Vladimir Putin to visit South Korea, early April 2015', status: 'TENTATIVE' },
      ...{ start: '2015-04-01', end: '2015-04-11' },
    });
    expect(found).toHaveLength(6);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(6);
  });

  it('is the same bytes while nothing changes', async () => {
    expect((await ask('/diary.ics')).text).toBe((await ask('/diary.ics')).text);
  });

  it('tells of an entry whose article was killed that it is off, in words that say nothing of it', async () => {
    const before = events((await ask('/diary.ics')).text).find(({ summary }) => summary.includes('Kerry'));
    await db.transaction().execute((trx) => killStory(trx, { storyId: killed.story_id, at: NOW }));
    for (const follow of [false, true]) {
      if (follow) await followArticle(db, killed.id);
      const { text } = await ask('/diary.ics');
      expect(text).not.toMatch(/Kerry|Vietnam/);
      expect(events(text).find(({ uid }) => uid === before?.uid)).toMatchObject({
        ...{ status: 'CANCELLED', sequence: 1, summary: 'Withdrawn from the diary', start: '2015-03-27' },
      });
    }
    expect((await ask('/diary')).text).not.toMatch(/Kerry|Vietnam/);
  });

  it('keeps what is past for ninety days', async () => {
    expect(
      events((await ask('/diary.ics', at('2015-06-07'))).text).some(({ start }) => start === '2015-03-10'),
    ).toBe(true);
    expect(
      events((await ask('/diary.ics', at('2015-06-09'))).text).some(({ start }) => start === '2015-03-10'),
    ).toBe(false);
  });
});
