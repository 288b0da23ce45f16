import type { ArticleRecord } from '#features/articles/articles.ts';
import { toActorText } from './actors.ts';
import type { DiaryMentionRow } from './diary.tables.ts';
import type { MentionRole } from './entry-state.ts';
import type { NewMention } from './mentions.repo.ts';
import type { Told } from './told.ts';

/** An article that the diary follows, and the day of its publication in its edition's zone. */
export type Followed = ArticleRecord & { day: number; known: DiaryMentionRow[] };

/** What following found: the mentions that the article still makes, by number, and the entries that they concern. */
export type FollowedPart = { mentions: number[]; entries: number[] };

/** A sentence of an article as a mention of an entry. */
export const toMention = (
  article: Followed,
  told: Told,
  { entryId, role, certain = false }: { entryId: number; role: MentionRole; certain?: boolean },
): NewMention => ({
  entry_id: entryId,
  article_id: article.articleId,
  revision: article.revision,
  told_at: article.publishedAt,
  role,
  start_at: told.sentence.start,
  end_at: told.sentence.end,
  sentence: told.sentence.text,
  what: told.what,
  who: told.who,
  actors: told.actors.map(toActorText),
  place: told.place ?? null,
  when_value: told.when.value,
  when_mod: told.when.mod ?? null,
  certain,
  context: told.context,
});
