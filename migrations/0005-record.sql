-- The record: what the text of each published revision says of times, quotations, names and events.

create table revision_record (
  article_id bigint not null,
  number int not null,
  -- Of the reader that made it (RECORD_VERSION): an older one is read again.
  version int not null,
  -- The moment that "today" and "Wednesday" are counted from.
  as_of timestamptz not null,
  -- As readRecord gives it, over the plain text of the body; the headline is no part of it.
  record jsonb not null,
  primary key (article_id, number),
  foreign key (article_id, number) references revision on delete cascade
);

-- What an editor found right or wrong. Applied over the record whenever it is read; reading a text again never touches it.
create table record_decision (
  article_id bigint not null references article on delete cascade,
  kind text not null check (kind in ('time', 'quote', 'entity', 'event', 'sources')),
  -- Of the words and what stands around them: the same after the text was read again.
  key text not null,
  verdict text not null check (verdict in ('confirmed', 'struck')),
  -- What was decided on, as it was found, and the words before and after it.
  find jsonb not null,
  prefix text not null default '',
  suffix text not null default '',
  by text not null,
  at timestamptz not null,
  primary key (article_id, kind, key)
);

/*
 * What the articles say that may be pointed to. A retracted article has a page but is no source of anything: what the
 * paper took back stands in no diary.
 */
create view published_record as
  select a.id as article_id, rr.number, rr.version, rr.record, rr.as_of, r.published_at, a.visible_from, a.language,
    a.edition, a.section_id, a.path, a.headline, r.body
  from listed_article a
  join revision r on r.article_id = a.id and r.number = a.current_revision
  join revision_record rr on rr.article_id = a.id and rr.number = a.current_revision;
