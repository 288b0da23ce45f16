-- Partners: who gets the paper's articles, in which form, and what they were sent.

create table partner (
  id bigint generated always as identity primary key,
  name text not null unique check (name ~ '^[a-z0-9]+([-_.][a-z0-9]+)*$'),
  format text not null check (format in ('ninjs', 'newsml-g2', 'nitf', 'atom', 'rss')),
  -- Whole texts, or headline, deck and address.
  text text not null check (text in ('full', 'short')),
  -- Absent: every edition, every section.
  edition text references edition,
  section_id bigint references section on delete cascade,
  -- Whether copy of agencies goes to this partner, too.
  wire boolean not null default false,
  -- What the partner may do with an article, as it is told in every one.
  terms text not null default '',
  key_hash text not null unique,
  push_url text,
  -- Signs what is pushed, so it must be known in clear.
  push_secret text,
  -- Since when every push has failed, and how many have.
  failing_since timestamptz,
  failures int not null default 0,
  -- Why nothing is pushed any more, until a person says otherwise.
  stopped text,
  removed_at timestamptz,
  created_at timestamptz not null,
  check ((push_url is null) = (push_secret is null))
);

-- Sources whose copy may be passed on to every partner: the paper's own desks elsewhere, agencies whose contract allows it.
create table partner_source (
  source_id bigint primary key references wire_source
);

/*
 * The stream of changes that partners follow: one row per article, which moves to the end of the stream with every change that
 * readers could see. `seq` is given out under one lock, so that a reader of the stream never passes a row that commits later.
 */
create sequence partner_change_seq;
create table partner_change (
  article_id bigint primary key references article on delete cascade,
  seq bigint not null unique default nextval('partner_change_seq'),
  -- What partners are told is the version: the number of the revision, and one more for every stop.
  version int not null,
  revision int not null,
  status text not null check (status in ('usable', 'withheld', 'canceled')),
  at timestamptz not null
);
create index partner_change_at on partner_change (at, seq);

-- What is public already, in the order in which it came out.
insert into partner_change (article_id, version, revision, status, at)
select a.id, a.current_revision, a.current_revision, case a.status when 'live' then 'usable' else 'canceled' end,
  greatest(a.updated_at, a.visible_from)
from published_article a
order by greatest(a.updated_at, a.visible_from), a.id;

-- What a partner was last sent of an article.
create table partner_delivery (
  partner_id bigint not null references partner on delete cascade,
  article_id bigint not null references article on delete cascade,
  -- sent; waiting: to be tried again, or kept until the partner is resumed.
  state text not null check (state in ('sent', 'waiting')),
  -- Of the last that arrived.
  version int,
  status text,
  attempts int not null default 0,
  -- Of the last try, where it failed.
  error text,
  at timestamptz not null,
  primary key (partner_id, article_id)
);
create index partner_delivery_waiting on partner_delivery (partner_id, article_id) where state = 'waiting';
create index partner_delivery_log on partner_delivery (partner_id, at desc, article_id desc);
