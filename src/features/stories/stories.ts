export {
  findStory,
  findStoryForUpdate,
  listStories,
  markPublished,
  type StoryListing,
  updateStory,
} from './stories.repo.ts';
export type { PictureReference, StoryRow, TakeRow } from './stories.tables.ts';
export { canBecome, NEVER, STORY_STATES, type StoryState } from './story.ts';
export { type NewItems, takeNewItems } from './take-new-items.ts';
export type { TakeWireItem } from './take-of-item.ts';
export { type TakenIn, takeWireItem } from './take-wire-item.ts';
export { findTake, listTakes } from './takes.repo.ts';
