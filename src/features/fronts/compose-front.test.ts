import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListedArticle } from '#features/articles/articles.ts';
import { composeFront, leadScore } from './compose-front.ts';
import { defaultContainers } from './default-containers.ts';

const NOW = new Date('2031-05-04T12:00:00Z');
const article = (
  id: number,
  section_id: number,
  hoursAgo: number,
  urgency: number | null = null,
): ListedArticle => ({
  id,
  section_id,
  urgency,
  path: `/s/${id}`,
  edition: 'en',
  headline: `Story ${id}`,
  deck: '',
  excerpt: '',
  byline: '',
  credit: '',
  language: 'en',
  visible_from: new Date(NOW.getTime() - hoursAgo * 3_600_000),
  updated_at: NOW,
  words: 100,
  current_revision: 1,
  picture: null,
});
const sections = [1, 2, 3].map((id) => ({ id, edition: 'en', slug: `s${id}`, name: `S${id}`, position: id }));
const containers = defaultContainers('en', sections);

test('an urgent story an hour old leads before a routine one of this minute', () => {
  expect(leadScore(article(1, 1, 1, 2), NOW)).toBeLessThan(leadScore(article(2, 1, 0, 6), NOW));
});

test('a pick stands in its slot and nowhere else', () => {
  const newest = Array.from({ length: 20 }, (_, id) => article(id, 1 + (id % 3), id));
  const slots = [{ container_id: -2, position: 1, article_id: 0, until: null }];
  const front = composeFront({ containers, slots, picked: newest.slice(0, 1), newest, now: NOW });
  expect(front.flatMap((container) => container.articles.filter(({ id }) => id === 0))).toHaveLength(1);
  expect(front.find(({ id }) => id === -2)?.articles[1]?.id).toBe(0);
});

test('a pick that readers may not see leaves its slot to the backfill', () => {
  const newest = Array.from({ length: 20 }, (_, id) => article(id, 1 + (id % 3), id));
  const slots = [{ container_id: -1, position: 0, article_id: 99, until: null }];
  const front = composeFront({ containers, slots, picked: [], newest, now: NOW });
  expect(front[0]?.articles).toHaveLength(8);
});

test('containers without an article are left out', () => {
  const front = composeFront({ containers, slots: [], picked: [], newest: [article(1, 2, 1)], now: NOW });
  expect(front.map(({ id }) => id)).toEqual([-1]);
});

test('no article stands twice on a front, whatever is picked', () => {
  const ids = fc.integer({ min: 0, max: 30 });
  const slot = fc.record({
    container_id: fc.constantFrom(-1, -2, -3, -4),
    position: fc.nat(5),
    article_id: ids,
    until: fc.constant(null),
  });
  const slotsOf = fc.uniqueArray(slot, { selector: ({ article_id }) => article_id, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(ids, { maxLength: 30 }), slotsOf, (available, slots) => {
      const newest = available.map((id) => article(id, 1 + (id % 3), id));
      const front = composeFront({
        containers,
        slots,
        picked: newest,
        newest: [...newest, ...newest],
        now: NOW,
      });
      const shown = front.flatMap((container) => container.articles.map(({ id }) => id));
      expect(new Set(shown).size).toBe(shown.length);
    }),
  );
});
