import { sql } from 'kysely';
import { toText } from '#document/to-text.ts';
import type { Db } from '#platform/database.ts';
import type { TextRecord } from '#record/read-record.ts';
import {
  noticesJson,
  type PublishedArticle,
  picturesJson,
  revisionCount,
  revisionJson,
  topicsJson,
  translationsJson,
} from './published-article.repo.ts';
import { decisionsJson } from './published-record.repo.ts';
import { applyDecisions, type Decision } from './record-decisions.ts';
import { listShownVoices, type Voice } from './voices.ts';

/** An article as a line that leads to it. */
export type ArticleLine = { id: number; path: string; headline: string };
export type TimedLine = ArticleLine & { visible_from: Date };

/** What an article's page shows: the article, its neighbours in its section, and the newest of its edition. */
export type ArticlePage = {
  article: PublishedArticle;
  previous?: ArticleLine;
  next?: ArticleLine;
  latest: TimedLine[];
  /** What its text says, as an editor left it; absent until it was read. */
  record?: PageRecord;
};

/** A record for the page of its article, and the voices that the page may count. */
export type PageRecord = { record: TextRecord; voices: Voice[] };

/** One more than the page shows, for the article itself may be among them. A constant of the statement: see `toDb`. */
const LATEST = sql.lit(9);

const line = sql`json_build_object('id', o.id, 'path', o.path, 'headline', o.headline)`;

type Row = PublishedArticle & {
  previous: ArticleLine | null;
  next: ArticleLine | null;
  latest: (ArticleLine & { visible_from: string })[];
  record: TextRecord | null;
  decisions: Decision[];
};

/**
 * Everything on the page of the article whose current address this is, in one prepared statement: planning its parts and the way there
 * and back three times cost more than the rest of the page.
 */
export async function findArticlePage(db: Db, path: string): Promise<ArticlePage | undefined> {
  const { rows } = await sql<Row>`/* prepare article_page */
    select a.id, a.story_id, a.status, a.path, a.edition, a.section_id, a.translation_group, a.headline, a.deck, a.excerpt,
      a.byline, a.credit, a.language, a.visible_from, a.updated_at, a.words, a.urgency, a.current_revision,
      ${revisionJson} as revision, ${topicsJson} as topics, ${translationsJson} as translations, ${noticesJson} as notices,
      ${picturesJson} as pictures, ${revisionCount} as revisions, ${decisionsJson('a.id')} as decisions,
      (select rr.record from revision_record rr where rr.article_id = a.id and rr.number = a.current_revision) as record,
      (select ${line} from listed_article o
        where o.section_id = a.section_id and (o.visible_from, o.id) < (a.visible_from, a.id)
        order by o.visible_from desc, o.id desc limit 1) as previous,
      (select ${line} from listed_article o
        where o.section_id = a.section_id and (o.visible_from, o.id) > (a.visible_from, a.id)
        order by o.visible_from, o.id limit 1) as next,
      (select coalesce(json_agg(json_build_object('id', n.id, 'path', n.path, 'headline', n.headline, 'visible_from', n.visible_from)
          order by n.visible_from desc, n.id desc), '[]')
        from (select o.id, o.path, o.headline, o.visible_from from listed_article o where o.edition = a.edition
          order by o.visible_from desc, o.id desc limit ${LATEST}) n) as latest
    from published_article a where a.path = ${path}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { previous, next, latest: lines, record, decisions, ...article } = row;
  return {
    article,
    previous: previous ?? undefined,
    next: next ?? undefined,
    latest: lines.map((one) => ({ ...one, visible_from: new Date(one.visible_from) })),
    record: record ? toPageRecord(toText(article.revision.body), record, decisions) : undefined,
  };
}

function toPageRecord(text: string, stored: TextRecord, decisions: readonly Decision[]): PageRecord {
  const record = applyDecisions(text, stored, decisions);
  return { record, voices: listShownVoices(record, decisions) };
}
