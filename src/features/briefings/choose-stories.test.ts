import { expect, test } from 'vitest';
import type { ListedArticle } from '#features/articles/articles.ts';
import { chooseStories } from './choose-stories.ts';

const sections = [
  { id: 1, position: 1 },
  { id: 2, position: 0 },
];
const story = (id: number, section_id: number, urgency: number | null = null): ListedArticle =>
  ({ id, section_id, urgency, visible_from: new Date(id * 1000) }) as ListedArticle;
const ids = (stories: ListedArticle[]) => stories.map(({ id }) => id);

test('the most urgent story leads, and among equals the newest', () => {
  expect(ids(chooseStories([story(1, 1), story(2, 1, 2), story(3, 2)], sections))[0]).toBe(2);
  expect(ids(chooseStories([story(1, 1), story(2, 1), story(3, 2)], sections))[0]).toBe(3);
});

test('the others stand by section in the paper’s order, the weightiest first, four at most', () => {
  const many = Array.from({ length: 6 }, (_, at) => story(10 + at, 1));
  expect(ids(chooseStories([...many, story(3, 2), story(4, 2, 4), story(99, 1, 1)], sections))).toEqual([
    99, 4, 3, 15, 14, 13, 12,
  ]);
});

test('of nothing there is no briefing', () => {
  expect(chooseStories([], sections)).toEqual([]);
});
