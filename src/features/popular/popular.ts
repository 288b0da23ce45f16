export { compactViews, compactViewsHandler } from './compact-views.job.ts';
export { type Period, RANKINGS, type Ranking } from './decay.ts';
export type { Scope } from './group-ranking.ts';
export { createPopular, type Popular, type PopularList } from './most-read.ts';
export { parseReplayLine } from './replay-line.parse.ts';
export { type RankedHour, type ReplayedViews, replayViews } from './replay-views.ts';
export { createViewCounter, type ViewCounter } from './view-counter.ts';
export { observeViews } from './view-metrics.ts';
export { type BeaconCounts, viewsApi } from './views.api.ts';
