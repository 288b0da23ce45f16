import type { ColumnType, Selectable } from 'kysely';
import type { Document } from '#document/document.ts';
import type { TextRecord } from '#record/read-record.ts';

type Json<T> = ColumnType<T, string, string>;

type RevisionRecordTable = {
  article_id: number;
  number: number;
  version: number;
  as_of: Date;
  record: Json<TextRecord>;
};

export type DecisionKind = 'time' | 'quote' | 'entity' | 'event' | 'sources';
export type Verdict = 'confirmed' | 'struck';

type RecordDecisionTable = {
  article_id: number;
  kind: DecisionKind;
  key: string;
  verdict: Verdict;
  find: Json<Record<string, unknown>>;
  prefix: string;
  suffix: string;
  by: string;
  at: Date;
};

type PublishedRecordView = {
  article_id: number;
  number: number;
  version: number;
  record: TextRecord;
  as_of: Date;
  published_at: Date;
  visible_from: Date;
  language: string;
  edition: string;
  section_id: number;
  path: string;
  headline: string;
  body: Document;
};

export type RevisionRecordRow = Selectable<RevisionRecordTable>;
export type RecordDecisionRow = Selectable<RecordDecisionTable>;

declare module '#platform/database.ts' {
  interface Tables {
    revision_record: RevisionRecordTable;
    record_decision: RecordDecisionTable;
    published_record: PublishedRecordView;
  }
}
