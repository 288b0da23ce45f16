/*
 * One story, however often it is sent. A fingerprint is what an item is recognised by: one row per wire item that went to a story.
 * The order of a story's takes is worked out from these rows, so that it is the same in whatever order the items came.
 */
create table fingerprint (
  -- Of wire_item, as source_id is of wire_source: written with them in one transaction, so that a check of each would only cost time.
  item_id bigint primary key,
  story_id bigint not null references story on delete cascade,
  source_id bigint not null,
  guid text not null,
  version bigint not null,
  -- Who may be folded together: edition, whether it goes out by itself, agency. Compared as a whole.
  realm text not null,
  language text not null,
  -- The item's own time where it names one, else when it came.
  at timestamptz not null,
  -- From the chain mark: "(2nd LD)" is 20; see features/stories/folding/chain-mark.ts.
  generation int not null,
  marked boolean not null,
  status text not null check (status in ('usable', 'withheld', 'canceled')),
  embargo_until timestamptz,
  -- The first 53 bits of what the words of headline and text hash to.
  text_hash bigint not null,
  du_key text,
  slug text not null default '',
  -- Identifiers of the items that this one says it follows.
  follows text[] not null default '{}',
  -- Sketches of the text, packed; see features/stories/folding/sketch.ts.
  sketch bytea not null,
  -- Why it went to its story: 'first', 'version', 'link', 'key', 'guid', 'copy', 'chain' or 'refiled'.
  because text not null
);
create index fingerprint_guid on fingerprint (guid, source_id);
create index fingerprint_story on fingerprint (story_id);

-- Under these an item is found again: identifiers, slug line, words of the headline, smallest shingles of the text.
create table fingerprint_key (
  key int not null,
  at timestamptz not null,
  item_id bigint not null
);
create index fingerprint_key_probe on fingerprint_key (key, at desc) include (item_id);
-- What is too old to be folded with is taken out a block at a time.
create index fingerprint_key_age on fingerprint_key using brin (at);

-- A story that turned out to be another one: its takes went there, and so do readers of its address.
alter table story add column merged_into bigint references story;
create index story_translations on story (translation_of) where translation_of is not null;

-- Items that came before this: known by source and guid as ever, and alike with nothing.
insert into fingerprint
  (item_id, story_id, source_id, guid, version, realm, language, at, generation, marked, status, text_hash, sketch, because)
select i.id, i.story_id, i.source_id, i.guid, i.version, '', '', i.received_at, 0, false,
  coalesce(i.item ->> 'pubstatus', 'usable'), i.id, '', case when i.version > 1 then 'version' else 'first' end
from wire_item i join story s on s.id = i.story_id
where i.reason is null;

/*
 * Raw messages and bodies are compressed with LZ4 where this PostgreSQL has it: it takes a fraction of pglz's time, of which every item
 * pays four times (message, item, take, revision).
 */
do $$
begin
  alter table wire_message alter column raw set compression lz4;
  alter table wire_item alter column item set compression lz4;
  alter table take alter column body set compression lz4;
  alter table revision alter column body set compression lz4;
exception when feature_not_supported then null;
end $$;
