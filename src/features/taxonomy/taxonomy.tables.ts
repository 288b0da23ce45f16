import type { Generated, Selectable } from 'kysely';

type EditionTable = {
  code: string;
  name: string;
  tagline: Generated<string>;
  language: string;
  zone: string;
  /** '' or '/ko': what the addresses of the edition begin with. */
  prefix: string;
  position: Generated<number>;
  demo: Generated<boolean>;
};

type SectionTable = {
  id: Generated<number>;
  edition: string;
  slug: string;
  name: string;
  position: Generated<number>;
};

type SectionAliasTable = { edition: string; slug: string; section_id: number };

type TopicTable = {
  id: Generated<number>;
  edition: string;
  slug: string;
  name: string;
  description: Generated<string>;
  code: string | null;
};

/** Where the subject of a code goes in an edition: to a section, under a topic, or both. */
type SubjectMapTable = {
  edition: string;
  code: string;
  section_id: number | null;
  topic_id: number | null;
};

export type EditionRow = Selectable<EditionTable>;
export type SectionRow = Selectable<SectionTable>;
export type TopicRow = Selectable<TopicTable>;
export type SubjectMapRow = Selectable<SubjectMapTable>;

declare module '#platform/database.ts' {
  interface Tables {
    edition: EditionTable;
    section: SectionTable;
    section_alias: SectionAliasTable;
    topic: TopicTable;
    subject_map: SubjectMapTable;
  }
}
