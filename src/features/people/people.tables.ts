import type { ColumnType, Generated, GeneratedAlways, Selectable } from 'kysely';

type PersonTable = {
  id: GeneratedAlways<number>;
  edition: string;
  slug: string;
  set_name: string | null;
  struck: Generated<boolean>;
};

/** A quotation as it is kept: its words without their marks. */
export type Said = { text: string };

type PersonMentionTable = {
  person_id: number;
  article_id: number;
  revision: number;
  visible_from: Date;
  name: string;
  role: string;
  role_key: string;
  role_at: Date;
  sure: boolean;
  quoted: number;
  said: ColumnType<Said[], string, string>;
  told: GeneratedAlways<boolean>;
};

type PersonFollowedTable = { article_id: number; revision: number; version: number };

export type PersonRow = Selectable<PersonTable>;
export type PersonMentionRow = Selectable<PersonMentionTable>;

declare module '#platform/database.ts' {
  interface Tables {
    person: PersonTable;
    person_mention: PersonMentionTable;
    person_followed: PersonFollowedTable;
  }
}
