-- The diary: planned events, each tied to the sentences that announced it and to those that say what came of it.
-- An entry is only an identity and what an editor said of it; everything that readers see of it is worked out from its mentions,
-- and a mention counts only while its article can be seen through listed_article and published_revision.

create table diary_entry (
  id bigint generated always as identity primary key,
  edition text not null references edition,
  -- What calendars know it by, for ever.
  uid uuid not null unique default gen_random_uuid(),
  -- Raised with every change of what is shown (RFC 5545, 3.8.7.4); -1 until anything is.
  sequence int not null default -1,
  -- As last worked out from what readers could see: for finding entries, never for showing them.
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  precision text not null check (precision in ('day', 'week', 'month', 'longer')),
  -- Digest of what was shown then; '' where nothing was.
  shown text not null default '',
  -- Words by which other reports of the same event are looked for.
  keys text[] not null default '{}',
  -- The editor's word; it stays through every new reading of the articles.
  confirmed boolean not null default false,
  struck boolean not null default false,
  set_what text,
  set_when text,
  set_mod text,
  set_outcome text check (set_outcome in ('happened', 'moved', 'cancelled')),
  set_outcome_article bigint references article on delete set null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
-- Pages of weeks, and calendars: each precision is a range of days of its own.
create index diary_entry_days on diary_entry (edition, precision, first_day, id);
create index diary_entry_keys on diary_entry using gin (keys) with (fastupdate = off);

create table diary_mention (
  id bigint generated always as identity primary key,
  entry_id bigint not null references diary_entry on delete cascade,
  article_id bigint not null references article on delete cascade,
  -- The last revision of the article that said it.
  revision int not null,
  -- When readers could read it first.
  told_at timestamptz not null,
  role text not null check (role in ('announces', 'moves', 'happened', 'cancelled')),
  -- UTF-16 units into the text of that revision.
  start_at int not null,
  end_at int not null,
  sentence text not null,
  what text not null default '',
  who text[] not null default '{}',
  -- The same with its kind: person:John Smith, name:the Bank of Velland, thing:the minutes.
  actors text[] not null default '{}',
  place text,
  when_value text not null,
  when_mod text,
  -- The sentence takes it for settled.
  certain boolean not null default false,
  -- Of its article: the names in it, which tell two events of the same kind apart.
  context text[] not null default '{}',
  -- The article does not say it any more.
  withdrawn boolean not null default false,
  unique (entry_id, article_id, role)
);
create index diary_mention_article on diary_mention (article_id);

-- Under which topics an entry is told of, for the articles on them.
create table diary_topic (
  topic_id bigint not null references topic on delete cascade,
  last_day date not null,
  entry_id bigint not null references diary_entry on delete cascade,
  primary key (topic_id, last_day, entry_id)
);
create index diary_topic_entry on diary_topic (entry_id);
