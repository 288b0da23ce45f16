-- Search: what is looked through when readers search. Whether a row may be shown is never decided here but by joining
-- the view listed_article; a row that lags behind its article can only be found a little too late.
-- Nothing here needs an extension or a superuser.

-- English stems with nothing left out: "The Who" and "to be or not to be" can be found. Words come in folded and parted
-- by single spaces (features/search/tokens.ts), so neither accents nor the database's locale play a part.
create text search dictionary dateline_stem (template = snowball, language = english);
create text search configuration dateline_search (copy = pg_catalog.english);
alter text search configuration dateline_search
  alter mapping for asciiword, word with dateline_stem;

create table search_document (
  article_id bigint primary key references article on delete cascade,
  edition text not null,
  -- Order of the results, newest first; the same as the article's.
  visible_from timestamptz not null,
  revision int not null,
  -- Of the rules that made the row; another number has it made anew.
  version int not null,
  -- What decides over the row beside the revision: edition, section, topics. Another text has it made anew.
  facts text not null,
  -- Headline, topics (A), byline, place (B); small, so that it stays in the row.
  names tsvector not null,
  -- All of the above, the deck (B) and the body (C).
  words tsvector not null,
  -- Section, topics, and the edition's days in blocks of four sizes: features/search/search-keys.ts.
  keys text[] not null
);
-- Without the pending list, which each search would have to read through; an article costs a few milliseconds more.
create index search_document_find on search_document using gin (names, words, keys) with (fastupdate = off);
create index search_document_edition on search_document (edition, visible_from desc, article_id desc);
-- A found row is nearly always wanted without its long vector.
alter table search_document alter column words set storage external;
alter table search_document alter column names set storage main;
alter table search_document set (toast_tuple_target = 1024);

-- Words that headlines were written with: what a mistyped one is compared with. A word says nothing about who may read
-- where it stood, so a proposal is made only after a search for it has found something.
create table search_word (
  edition text not null,
  word text not null,
  -- Three letters each, Hangul taken apart into its letters.
  trigrams text[] not null,
  primary key (edition, word)
);
create index search_word_trigrams on search_word using gin (trigrams);
