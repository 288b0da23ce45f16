import { beforeEach, expect, test } from 'vitest';
import { findPublished } from '#features/articles/articles.ts';
import { PAST, publishAgain, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Paper } from '../paper.ts';
import { BASE_URL, buildPaper, editionContext } from '../testing/build-paper.ts';
import { articleJsonLd, frontJsonLd, listJsonLd } from './json-ld.ts';

const { db } = await testDatabase();
let paper: Paper;

beforeEach(async () => {
  await emptyDatabase(db);
  paper = await buildPaper(db);
});

/** The objects as a machine gets them. */
async function ofArticle(path: string, code = 'en') {
  const article = await findPublished(db, path);
  if (!article) throw new Error(`no article at ${path}`);
  return JSON.parse(JSON.stringify(articleJsonLd(editionContext(db, paper, code), article)));
}

test('an article says what its page says, and how to get there', async () => {
  const copy = {
    headline: 'Port',
    deck: 'It was closed',
    byline: 'By Ann Lee and Bo Marsh',
    located: 'SEOUL',
  };
  const article = await publishCopy(db, { ...copy, credit: 'Yonhap' });
  const [news, trail] = await ofArticle(article.path);
  expect(news).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Port',
    alternativeHeadline: 'It was closed',
    author: [{ name: 'Ann Lee' }, { name: 'Bo Marsh' }],
    creditText: 'Yonhap',
    articleSection: 'World',
    dateline: 'SEOUL',
    datePublished: PAST.toISOString(),
    dateModified: PAST.toISOString(),
  });
  expect(trail.itemListElement.map(({ name, item }: { name: string; item: string }) => [name, item])).toEqual(
    [
      ['The Paper & Post', `${BASE_URL}/`],
      ['World', `${BASE_URL}/world`],
      ['Port', BASE_URL + article.path],
    ],
  );
});

test('a correction is told with its note and its time', async () => {
  const article = await publishCopy(db, {
    headline: 'Port',
    text: 'The port has 40 berths, officials said today.',
  });
  const at = new Date(PAST.getTime() + 3_600_000);
  await publishAgain(db, article.story_id, {
    headline: 'Port',
    text: 'The port has 60 berths, officials said today.',
    at,
  });
  const [news] = await ofArticle(article.path);
  expect(news.dateModified).toBe(at.toISOString());
  expect(news.correction).toEqual([
    {
      '@type': 'CorrectionComment',
      text: expect.stringContaining('60 berths'),
      datePublished: at.toISOString(),
    },
  ]);
});

test('an original and its translation name each other the right way round', async () => {
  const english = await publishCopy(db, { headline: 'Port' });
  const korean = await publishCopy(db, { headline: '항구', edition: 'ko', translationOf: english.story_id });
  const [original] = await ofArticle(english.path);
  const [translation] = await ofArticle(korean.path, 'ko');
  expect(original.workTranslation).toMatchObject([
    { inLanguage: 'ko', url: BASE_URL + encodeURI(korean.path) },
  ]);
  expect(original).not.toHaveProperty('translationOfWork');
  expect(translation.translationOfWork).toMatchObject({ inLanguage: 'en', url: BASE_URL + english.path });
  expect(translation).not.toHaveProperty('workTranslation');
});

test('a picture that has come in has its address and the words of the article', async () => {
  const href = 'https://agency.example/crane.jpg';
  const { id } = await db
    .insertInto('media')
    .values({
      sha256: 'ab'.repeat(32),
      mime: 'image/jpeg',
      width: 2000,
      height: 1000,
      bytes: 9,
      kind: 'photo',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('media_source')
    .values({ href, media_id: id, failed: null, fetched_at: PAST })
    .execute();
  const pictures = [{ href, caption: 'A crane' }, { href: 'https://agency.example/not-yet.jpg' }];
  const article = await publishCopy(db, { headline: 'Port', pictures });
  const [news] = await ofArticle(article.path);
  expect(news.image).toEqual([
    {
      '@type': 'ImageObject',
      url: `${BASE_URL}/media/abababababab/original-1280.jpg`,
      width: 1280,
      height: 640,
      caption: 'A crane',
    },
  ]);
});

test('a list names its articles in order', () => {
  const articles = [{ path: '/world/2025/03/04/b' }, { path: '/world/2025/03/04/a' }];
  const [list] = listJsonLd(editionContext(db, paper, 'ko'), { name: '세계', path: '/ko/world', articles });
  expect(list).toMatchObject({
    '@type': 'CollectionPage',
    url: `${BASE_URL}/ko/world`,
    inLanguage: 'ko',
    mainEntity: {
      itemListElement: [
        { position: 1, url: `${BASE_URL}/world/2025/03/04/b` },
        { position: 2, url: `${BASE_URL}/world/2025/03/04/a` },
      ],
    },
  });
});

test('a front says which site it is and who publishes it', () => {
  const [site, publisher] = frontJsonLd(editionContext(db, paper, 'ko'));
  expect(site).toMatchObject({
    '@type': 'WebSite',
    name: '종이신문',
    publisher: { '@id': `${BASE_URL}/ko#organization` },
  });
  expect(publisher).toMatchObject({
    '@id': `${BASE_URL}/ko#organization`,
    correctionsPolicy: `${BASE_URL}/ko/corrections`,
  });
});
