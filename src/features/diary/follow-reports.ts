import type { Db } from '#platform/database.ts';
import { toIsoDay } from './day-span.ts';
import type { DiaryMentionRow } from './diary.tables.ts';
import { findCandidates } from './entries.repo.ts';
import { contentOf } from './event-words.ts';
import { type Followed, type FollowedPart, toMention } from './followed.ts';
import { listAnnouncements, saveMention } from './mentions.repo.ts';
import { findOutcome } from './outcome.ts';
import { toReportingText } from './sentence-reports.ts';
import type { ToldEvent } from './told.ts';
import { toldBy } from './told-by.ts';

/** What is reported this many days after it should have been is no news of it any more. */
const REPORTED_WITHIN_DAYS = 10;
/** A plan may be called off so long ahead. */
const CALLED_OFF_AHEAD_DAYS = 366;
const MOST_KEYS = 120;

/** Follows what an article shows to have come of entries that were announced before it. */
export async function followReports(
  trx: Db,
  article: Followed,
  events: readonly ToldEvent[],
): Promise<FollowedPart> {
  const part: FollowedPart = { mentions: [], entries: [] };
  const candidates = await findCandidates(trx, {
    edition: article.edition,
    keys: wordsToLookFor(article),
    from: toIsoDay(article.day - REPORTED_WITHIN_DAYS),
    to: toIsoDay(article.day + CALLED_OFF_AHEAD_DAYS),
  });
  const text = toReportingText(article.text, article.record, article.day);
  for (const [entryId, announcements] of groupByEntry(await listAnnouncements(trx, candidates))) {
    const before = announcements.filter((one) => isBefore(one, article));
    for (const mention of before.toReversed()) {
      const announced = toldBy(mention);
      const outcome = findOutcome(announced, text, events);
      if (!outcome) continue;
      const told = { ...announced, sentence: outcome.sentence };
      await saveMention(trx, toMention(article, told, { entryId, role: outcome.effect }));
      part.entries.push(entryId);
      part.mentions.push(
        ...article.known
          .filter((one) => one.entry_id === entryId && one.role === outcome.effect)
          .map(({ id }) => id),
      );
      break;
    }
  }
  return part;
}

/** Said in an earlier article, or in an earlier revision of this one. */
const isBefore = (mention: DiaryMentionRow, article: Followed): boolean =>
  mention.article_id === article.articleId
    ? mention.revision < article.revision && !article.text.includes(mention.sentence)
    : mention.told_at < article.publishedAt;

/** Every actor of an event that this article reports is named in it, or is a noun of it. */
function wordsToLookFor({ record, text }: Followed): string[] {
  const named = record.entities.flatMap(({ name }) => [...contentOf(name)]);
  return [...new Set([...named, ...contentOf(text)])].slice(0, Math.max(MOST_KEYS, named.length));
}

function groupByEntry(mentions: readonly DiaryMentionRow[]): Map<number, DiaryMentionRow[]> {
  const groups = new Map<number, DiaryMentionRow[]>();
  for (const mention of mentions)
    groups.set(mention.entry_id, [...(groups.get(mention.entry_id) ?? []), mention]);
  return groups;
}
