-- The ground: editions and their sections and topics, wire, stories, articles, media, fronts.
-- Every list that a page shows is keyset-paged over one of the indexes below.

create table setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);

create table edition (
  code text primary key check (code ~ '^[a-z]{2,3}(-[a-z0-9]{2,8})?$'),
  name text not null,
  tagline text not null default '',
  language text not null,
  zone text not null,
  prefix text not null unique check (prefix = '' or prefix ~ '^/[a-z0-9-]+$'),
  position int not null default 0,
  demo boolean not null default false
);

create table section (
  id bigint generated always as identity primary key,
  edition text not null references edition,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  position int not null default 0,
  unique (edition, slug)
);

-- Slugs that a section had before; its old addresses lead to the new ones.
create table section_alias (
  edition text not null references edition,
  slug text not null,
  section_id bigint not null references section on delete cascade,
  primary key (edition, slug)
);

create table topic (
  id bigint generated always as identity primary key,
  edition text not null references edition,
  slug text not null,
  name text not null,
  description text not null default '',
  -- The code under which wire copy names this subject, e.g. medtop:11000000.
  code text,
  unique (edition, slug)
);
create unique index topic_code on topic (edition, code) where code is not null;

create table media (
  id bigint generated always as identity primary key,
  sha256 text not null unique,
  mime text not null,
  width int not null check (width > 0),
  height int not null check (height > 0),
  bytes int not null,
  alt text not null default '',
  caption text not null default '',
  credit text not null default '',
  rights text not null default '',
  kind text not null check (kind in ('photo', 'graphic', 'map')),
  focal_x real not null default 0.5 check (focal_x between 0 and 1),
  focal_y real not null default 0.5 check (focal_y between 0 and 1),
  created_at timestamptz not null default now()
);

-- Where a picture came from. Copy names a picture by its address; the picture appears once it has been fetched.
create table media_source (
  href text primary key,
  media_id bigint references media,
  failed text,
  fetched_at timestamptz
);

create table wire_source (
  id bigint generated always as identity primary key,
  name text not null unique check (name ~ '^[a-z0-9]+([-_.][a-z0-9]+)*$'),
  kind text not null check (kind in ('url', 'inbox', 'push')),
  url text,
  format text,
  edition text not null references edition,
  section_id bigint references section,
  publish boolean not null default false,
  every_seconds int not null default 60 check (every_seconds >= 1),
  token_hash text,
  etag text,
  last_modified text,
  next_poll_at timestamptz,
  last_polled_at timestamptz,
  last_item_at timestamptz,
  failures int not null default 0,
  last_error text,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  check (kind <> 'url' or url is not null)
);
create index wire_source_due on wire_source (next_poll_at) where kind = 'url' and removed_at is null;

-- What a provider sent, byte for byte, never changed.
create table wire_message (
  id bigint generated always as identity primary key,
  source_id bigint not null references wire_source,
  sha256 text not null,
  raw bytea not null,
  content_type text,
  name text,
  received_at timestamptz not null,
  reason text,
  unique (source_id, sha256)
);
create index wire_message_failed on wire_message (received_at desc) where reason is not null;

create table wire_item (
  id bigint generated always as identity primary key,
  message_id bigint not null references wire_message,
  source_id bigint not null references wire_source,
  position int not null,
  guid text,
  version bigint,
  -- Of the parsed item; tells a changed item from a repeated one where a format has no version.
  content_hash text,
  item jsonb,
  -- Why it could not be read or used; such an item waits for a person.
  reason text,
  story_id bigint,
  received_at timestamptz not null,
  check (reason is not null or (guid is not null and version is not null and item is not null))
);
create unique index wire_item_version on wire_item (source_id, guid, version) where reason is null;
create index wire_item_failed on wire_item (id desc) where reason is not null;
create index wire_item_failed_hash on wire_item (source_id, content_hash) where reason is not null;
create index wire_item_message on wire_item (message_id);
create index wire_item_story on wire_item (story_id) where story_id is not null;

create table story (
  id bigint generated always as identity primary key,
  edition text not null references edition,
  section_id bigint not null references section,
  state text not null check (state in ('draft', 'ready', 'held', 'published', 'killed')),
  slug text,
  wire_source_id bigint references wire_source,
  wire_guid text,
  -- Highest wire version taken in; a lower one that comes late becomes a take but not the current one.
  wire_version bigint,
  current_take int not null default 0,
  translation_of bigint references story,
  withheld boolean not null default false,
  embargo_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index story_wire on story (wire_source_id, wire_guid) where wire_guid is not null;
create index story_guid on story (wire_guid) where wire_guid is not null;
create index story_updated on story (updated_at desc, id desc);
create index story_state on story (state, updated_at desc, id desc);

create table take (
  story_id bigint not null references story on delete cascade,
  number int not null,
  headline text not null,
  deck text not null default '',
  body jsonb not null,
  byline text not null default '',
  credit text not null default '',
  located text not null default '',
  language text not null,
  urgency int,
  ed_note text not null default '',
  topics bigint[] not null default '{}',
  -- [{href, alt, caption, credit}], the lead picture first.
  pictures jsonb not null default '[]',
  signal text[] not null default '{}',
  wire_item_id bigint references wire_item,
  made_by text not null,
  made_at timestamptz not null,
  primary key (story_id, number)
);

-- What readers see. Lists read this table alone; texts are in revision.
create table article (
  -- By default: a new article takes its number first, since it is its own translation group.
  id bigint generated by default as identity primary key,
  story_id bigint not null unique references story,
  edition text not null references edition,
  section_id bigint not null references section,
  path text not null,
  status text not null check (status in ('live', 'retracted', 'killed')),
  withheld boolean not null default false,
  -- First publication or the end of the embargo, whichever is later: the time that readers are told.
  visible_from timestamptz not null,
  updated_at timestamptz not null,
  current_revision int not null,
  translation_group bigint not null,
  headline text not null,
  deck text not null default '',
  -- The deck, or where there is none the beginning of the text: what lists and feeds say of it.
  excerpt text not null default '',
  byline text not null default '',
  credit text not null default '',
  language text not null,
  lead_picture jsonb,
  words int not null default 0,
  urgency int,
  killed_at timestamptz,
  kill_notice text not null default ''
);
create index article_path on article (path);
create index article_section on article (section_id, visible_from desc, id desc) where status = 'live' and not withheld;
create index article_edition on article (edition, visible_from desc, id desc) where status = 'live' and not withheld;
create index article_group on article (translation_group);
create index article_release on article (visible_from) where status = 'live' and not withheld;

-- Every address that an article ever had; all but the current one redirect.
create table article_address (
  path text primary key,
  article_id bigint not null references article on delete cascade
);
create index article_address_article on article_address (article_id);

create table revision (
  article_id bigint not null references article on delete cascade,
  number int not null,
  kind text not null check (kind in ('first', 'update', 'correction', 'clarification', 'retraction')),
  -- To readers: what was wrong and what is right.
  note text not null default '',
  headline text not null,
  deck text not null default '',
  body jsonb not null,
  byline text not null default '',
  credit text not null default '',
  located text not null default '',
  language text not null,
  pictures jsonb not null default '[]',
  take_number int not null,
  -- The sender's claim beside our finding (kind).
  signal text[] not null default '{}',
  -- What the comparison with the revision before found: see features/publishing/classify-change.ts.
  changes jsonb,
  -- When readers could see it first: when it was written, or the end of the embargo that it was written under.
  published_at timestamptz not null,
  written_at timestamptz not null,
  primary key (article_id, number)
);
create index revision_corrections on revision (published_at desc, article_id, number)
  where kind in ('correction', 'clarification', 'retraction');

create table article_topic (
  article_id bigint not null references article on delete cascade,
  topic_id bigint not null references topic on delete cascade,
  edition text not null,
  visible_from timestamptz not null,
  primary key (topic_id, article_id)
);
create index article_topic_list on article_topic (topic_id, visible_from desc, article_id desc);
create index article_topic_article on article_topic (article_id);

-- Pictures that an article's current revision uses; a picture is served only while one of its articles is visible.
create table article_picture (
  article_id bigint not null references article on delete cascade,
  href text not null,
  primary key (href, article_id)
);
create index article_picture_article on article_picture (article_id);

/*
 * The visibility rule. All public code reads these views and never the tables behind them:
 * embargo, kill, withholding, retraction and edition are decided here and nowhere else.
 *   published_article  has a page
 *   listed_article     may be pointed to: fronts, lists, feeds, sitemaps, search
 *   published_revision was what its page said (below)
 *   article_tombstone  was public once and was withdrawn; nothing of its text is left
 */
create view published_article as
  select a.* from article a
  where a.status in ('live', 'retracted') and not a.withheld and a.visible_from <= now();

create view listed_article as
  select a.* from article a
  where a.status = 'live' and not a.withheld and a.visible_from <= now();

create view article_tombstone as
  select a.id, a.edition, a.section_id, a.path, a.headline, a.language, a.visible_from, a.killed_at, a.kill_notice
  from article a
  where a.status = 'killed' and a.visible_from <= a.killed_at;

-- Revisions that readers could see: those replaced before their time had come are nobody's history.
create view published_revision as
  select r.* from revision r
  where r.published_at <= now() and not exists (
    select 1 from revision n
    where n.article_id = r.article_id and n.number > r.number and n.written_at < r.published_at);

create table front_container (
  id bigint generated always as identity primary key,
  edition text not null references edition,
  position int not null,
  title text not null default '',
  layout text not null check (layout in ('lead', 'columns', 'pictures', 'briefs')),
  -- Backfill comes from this section; null means the whole edition.
  section_id bigint references section on delete cascade,
  size int not null check (size between 1 and 24),
  unique (edition, position)
);

-- An editor's picks, before the automatic backfill.
create table front_slot (
  container_id bigint not null references front_container on delete cascade,
  position int not null,
  article_id bigint not null references article on delete cascade,
  until timestamptz,
  primary key (container_id, position),
  unique (container_id, article_id)
);
