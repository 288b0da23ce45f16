export { backfillTimelines } from './backfill-timelines.ts';
export { followArticle } from './follow-article.ts';
export { readTimeline, type TimelineEntry } from './read-timeline.ts';
