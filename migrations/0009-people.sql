-- People as the paper has named them, and what happened in a topic. Both are only places to look things up by: what readers see is always
-- joined with listed_article, and words of an article only while they are those of its current revision.

create table person (
  id bigint generated always as identity primary key,
  edition text not null references edition,
  -- Made of the name: a page is about a name, whoever bears it.
  slug text not null,
  -- An editor's spelling; else the newest article's.
  set_name text,
  -- An editor took the page away; it stays away whatever names them later.
  struck boolean not null default false,
  unique (edition, slug)
);

create table person_mention (
  person_id bigint not null references person on delete cascade,
  article_id bigint not null references article on delete cascade,
  -- The last revision that was read.
  revision int not null,
  -- A copy of the article's, for the index.
  visible_from timestamptz not null,
  name text not null,
  -- As the article gives it, and the same for comparing; '' where it gives none.
  role text not null default '',
  role_key text not null default '',
  -- When the article gave it first.
  role_at timestamptz not null,
  -- The reader of texts is sure that this is a person.
  sure boolean not null,
  -- Direct quotations whose speaker is certain: how many, and the first few.
  quoted int not null default 0,
  said jsonb not null default '[]',
  told boolean not null generated always as (role_key <> '' or quoted > 0) stored,
  primary key (person_id, article_id)
);
create index person_mention_article on person_mention (article_id);
create index person_mention_newest on person_mention (person_id, visible_from desc, article_id desc);
create index person_mention_told on person_mention (person_id) where told;
create index person_mention_quoted on person_mention (person_id, visible_from desc, article_id desc) where quoted > 0;
create index person_mention_role on person_mention (person_id, role_key, role_at, article_id) where role_key <> '';

-- Up to where and by which rules an article was looked through for people, and for what happened.
create table person_followed (
  article_id bigint primary key references article on delete cascade,
  revision int not null,
  version int not null
);

create table timeline_entry (
  topic_id bigint not null references topic on delete cascade,
  -- Of a month its first.
  day date not null,
  article_id bigint not null references article on delete cascade,
  -- UTF-16 units into the text of the revision.
  start_at int not null,
  end_at int not null,
  revision int not null,
  precision text not null check (precision in ('day', 'month')),
  sentence text not null,
  primary key (topic_id, day, article_id, start_at)
);
create index timeline_entry_article on timeline_entry (article_id);

create table timeline_followed (
  article_id bigint primary key references article on delete cascade,
  revision int not null,
  version int not null
);
