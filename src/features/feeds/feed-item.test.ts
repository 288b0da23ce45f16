import { expect, test } from 'vitest';
import type { ListedArticle } from '#features/articles/articles.ts';
import { articleTag, toFeedItem } from './feed-item.ts';

const article: ListedArticle = {
  id: 12,
  path: '/ko/세계/2025/03/04/항구',
  edition: 'ko',
  section_id: 3,
  headline: '항구\n재개',
  deck: '',
  excerpt: '',
  byline: '김하늘 기자',
  credit: '(Yonhap)',
  language: 'ko',
  visible_from: new Date('2025-03-04T00:30:00Z'),
  updated_at: new Date('2025-03-05T00:00:00Z'),
  words: 120,
  urgency: null,
  current_revision: 2,
  picture: null,
};
const facts = {
  id: 12,
  first_visible_at: new Date('2025-03-04T00:30:00Z'),
  topics: [{ slug: 'ports', name: '항만' }],
};
const context = {
  splitByline: (byline: string) => byline.replace(' 기자', '').split('·'),
  baseUrl: 'https://paper.example:8443',
  section: { id: 3, edition: 'ko', slug: 'world', name: '세계', position: 1 },
};

test('the identifier is of the host, the day of first publication and the number, and of nothing that can change', () => {
  const tag = articleTag('https://paper.example:8443', { id: 12, firstVisibleAt: facts.first_visible_at });
  expect(tag).toBe('tag:paper.example,2025-03-04:article/12');
  const moved = { ...article, path: '/world/2025/03/04/other', headline: 'Other', section_id: 9 };
  expect(toFeedItem(moved, facts, context).id).toBe(tag);
});

test('an address with letters beyond ASCII is percent-encoded', () => {
  expect(toFeedItem(article, facts, context).url).toBe(
    'https://paper.example:8443/ko/%EC%84%B8%EA%B3%84/2025/03/04/%ED%95%AD%EA%B5%AC',
  );
});

test('an article without deck or text is summed up by its headline, on one line', () => {
  expect(toFeedItem(article, facts, context)).toMatchObject({ title: '항구 재개', summary: '항구 재개' });
});

test('the credit is a name without brackets, and section and topics are categories', () => {
  expect(toFeedItem(article, facts, context)).toMatchObject({
    authors: ['김하늘'],
    credit: 'Yonhap',
    categories: [
      { term: 'world', label: '세계' },
      { term: 'ports', label: '항만' },
    ],
  });
});

test('a picture has the address and size of the file that is served, and the words of the article', () => {
  const picture = {
    href: 'https://agency.example/1.tif',
    sha256: 'ab'.repeat(32),
    mime: 'image/tiff',
    width: 6000,
    height: 4000,
    alt: 'A crane',
    caption: 'The port',
    credit: 'Ann Lee',
    kind: 'photo' as const,
    focal_x: 0.5,
    focal_y: 0.5,
  };
  expect(toFeedItem({ ...article, picture }, facts, context).picture).toEqual({
    url: 'https://paper.example:8443/media/abababababab/original-1280.jpg',
    type: 'image/jpeg',
    width: 1280,
    height: 853,
    alt: 'A crane',
    caption: 'The port',
    credit: 'Ann Lee',
  });
});
