import { expect, test } from 'vitest';
import { type ArticleFacts, toNewsArticle } from './news-article.ts';

const bare: ArticleFacts = {
  url: 'https://paper.example/world/2025/03/04/port',
  headline: 'Port reopens',
  deck: '',
  description: '',
  language: 'en',
  published: new Date('2025-03-04T09:30:00Z'),
  updated: new Date('2025-03-04T09:30:00Z'),
  section: '',
  topics: [],
  bylines: [],
  credit: '',
  located: '',
  words: 0,
  retracted: false,
  images: [],
  corrections: [],
  translations: [],
  mentions: [],
  publisher: {
    name: 'The Paper',
    url: 'https://paper.example/',
    language: 'en',
    correctionsUrl: 'https://paper.example/corrections',
  },
};
/** As a machine gets it: properties without a value are gone. */
const sent = (facts: ArticleFacts) => JSON.parse(JSON.stringify(toNewsArticle(facts)));

test('what is not known is absent, and the paper is the author where nobody else is named', () => {
  const publisher = {
    '@type': 'NewsMediaOrganization',
    '@id': 'https://paper.example/#organization',
    name: 'The Paper',
    url: 'https://paper.example/',
    correctionsPolicy: 'https://paper.example/corrections',
  };
  expect(sent(bare)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `${bare.url}#article`,
    url: bare.url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': bare.url },
    isPartOf: { '@id': 'https://paper.example/#website' },
    headline: 'Port reopens',
    inLanguage: 'en',
    datePublished: '2025-03-04T09:30:00.000Z',
    dateModified: '2025-03-04T09:30:00.000Z',
    author: publisher,
    publisher,
    isAccessibleForFree: true,
  });
});

test('agency copy names its writer, the agency and where it was written', () => {
  expect(
    sent({ ...bare, bylines: ['Ann Lee'], credit: 'Yonhap', located: 'SEOUL', words: 320 }),
  ).toMatchObject({
    author: [{ '@type': 'Person', name: 'Ann Lee' }],
    creditText: 'Yonhap',
    sourceOrganization: { '@type': 'Organization', name: 'Yonhap' },
    dateline: 'SEOUL',
    wordCount: 320,
  });
});

test('corrections say what was wrong and when it was put right', () => {
  const corrections = [{ text: 'It was 40, not 60.', at: new Date('2025-03-05T00:00:00Z') }];
  expect(sent({ ...bare, corrections }).correction).toEqual([
    { '@type': 'CorrectionComment', text: 'It was 40, not 60.', datePublished: '2025-03-05T00:00:00.000Z' },
  ]);
});

test('a retracted article says so', () => {
  expect(sent({ ...bare, retracted: true }).creativeWorkStatus).toBe('Retracted');
});

test('a translation names its original and an original its translations', () => {
  const other = { url: 'https://paper.example/ko/a', language: 'ko', headline: '항구' };
  const work = {
    '@type': 'NewsArticle',
    '@id': `${other.url}#article`,
    url: other.url,
    inLanguage: 'ko',
    headline: '항구',
  };
  expect(sent({ ...bare, translates: other }).translationOfWork).toEqual(work);
  expect(sent({ ...bare, translations: [other] }).workTranslation).toEqual([work]);
});

test('a picture has its size, and its words only where there are any', () => {
  const image = {
    url: 'https://paper.example/media/a.jpg',
    width: 1280,
    height: 853,
    caption: '',
    credit: 'Cho',
  };
  expect(sent({ ...bare, images: [image] }).image).toEqual([
    { '@type': 'ImageObject', url: image.url, width: 1280, height: 853, creditText: 'Cho' },
  ]);
});
