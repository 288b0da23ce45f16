import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Document } from '#document/document.ts';
import type { PictureReference } from '#features/stories/stories.ts';

type Json<T> = ColumnType<T, string, string>;

export type ArticleStatus = 'live' | 'retracted' | 'killed';
export type RevisionKind = 'first' | 'update' | 'correction' | 'clarification' | 'retraction';

/** What the comparison with the revision before found; counts of paragraphs and the words that changed. */
export type RevisionChanges = {
  added: number;
  removed: number;
  changed: number;
  reasons: string[];
};

type ArticleTable = {
  id: Generated<number>;
  story_id: number;
  edition: string;
  section_id: number;
  path: string;
  status: ArticleStatus;
  withheld: boolean;
  visible_from: Date;
  updated_at: Date;
  current_revision: number;
  translation_group: number;
  headline: string;
  deck: string;
  excerpt: Generated<string>;
  byline: string;
  credit: string;
  language: string;
  lead_picture: ColumnType<PictureReference | null, string | null, string | null>;
  words: number;
  urgency: number | null;
  killed_at: Date | null;
  kill_notice: Generated<string>;
};

type ArticleAddressTable = { path: string; article_id: number };

type RevisionTable = {
  article_id: number;
  number: number;
  kind: RevisionKind;
  note: string;
  headline: string;
  deck: string;
  body: Json<Document>;
  byline: string;
  credit: string;
  located: string;
  language: string;
  pictures: Json<PictureReference[]>;
  take_number: number;
  signal: string[];
  changes: ColumnType<RevisionChanges | null, string | null, string | null>;
  published_at: Date;
  written_at: Date;
};

type ArticleTopicTable = { article_id: number; topic_id: number; edition: string; visible_from: Date };
type ArticlePictureTable = { article_id: number; href: string };

type TombstoneView = Pick<
  Selectable<ArticleTable>,
  'id' | 'edition' | 'section_id' | 'path' | 'headline' | 'language' | 'visible_from' | 'kill_notice'
> & { killed_at: Date };

export type ArticleRow = Selectable<ArticleTable>;
export type RevisionRow = Selectable<RevisionTable>;
export type TombstoneRow = TombstoneView;

declare module '#platform/database.ts' {
  interface Tables {
    article: ArticleTable;
    article_address: ArticleAddressTable;
    revision: RevisionTable;
    article_topic: ArticleTopicTable;
    article_picture: ArticlePictureTable;
    published_article: ArticleTable;
    published_revision: RevisionTable;
    listed_article: ArticleTable;
    article_tombstone: TombstoneView;
  }
}
