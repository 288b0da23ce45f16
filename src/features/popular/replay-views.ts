import { bucketWeights, HOUR_MS, type Ranking } from './decay.ts';

/** Reads of one article, named by whatever names it: its number or its address. */
export type ReplayedViews = { at: Date; article: string; views: number };

export type RankedHour = {
  /** The end of the hour. */
  at: Date;
  /** The most read first; `views` are those of the whole window, unweighed. */
  ranking: { article: string; score: number; views: number }[];
};

type Hours = Map<number, Map<string, number>>;

const hourOf = (at: Date): number => Math.floor(at.getTime() / HOUR_MS) * HOUR_MS;

function addUp(reads: Iterable<ReplayedViews>): Hours {
  const hours: Hours = new Map();
  for (const { at, article, views } of reads) {
    const hour = hours.get(hourOf(at)) ?? new Map<string, number>();
    hours.set(hourOf(at), hour.set(article, (hour.get(article) ?? 0) + views));
  }
  return hours;
}

function rankAt(hours: Hours, at: Date, ranking: Ranking, top: number): RankedHour {
  const totals = new Map<string, { score: number; views: number }>();
  // Just before the hour ends: at its end the next hour would be the one under way.
  for (const { start, weight } of bucketWeights(new Date(at.getTime() - 1), ranking, HOUR_MS)) {
    for (const [article, views] of hours.get(start.getTime()) ?? []) {
      const total = totals.get(article) ?? { score: 0, views: 0 };
      totals.set(article, { score: total.score + views * weight, views: total.views + views });
    }
  }
  const ranked = [...totals].map(([article, total]) => ({ article, ...total }));
  ranked.sort((a, b) => b.score - a.score || (a.article < b.article ? -1 : 1));
  return { at, ranking: ranked.slice(0, top) };
}

/**
 * What a ranking would have shown at the end of every hour of some reads, by the same weights as the paper's own. The
 * reads may come in any order; nothing is counted. Nothing comes out for no reads.
 */
export function* replayViews(
  reads: Iterable<ReplayedViews>,
  { ranking, top }: { ranking: Ranking; top: number },
): Generator<RankedHour> {
  const hours = addUp(reads);
  if (hours.size === 0) return;
  // Not by spreading: years of hours are more arguments than a call can have.
  const first = hours.keys().reduce((a, b) => Math.min(a, b));
  const last = hours.keys().reduce((a, b) => Math.max(a, b));
  for (let hour = first; hour <= last; hour += HOUR_MS) {
    yield rankAt(hours, new Date(hour + HOUR_MS), ranking, top);
  }
}
