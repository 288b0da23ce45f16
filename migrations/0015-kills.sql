-- Kills that are messages of their own: what they name, and what stories are found again by.
alter table fingerprint add column number text;
create index fingerprint_number on fingerprint (number, at desc) where number is not null;
create index fingerprint_slug on fingerprint (slug, at desc) where slug <> '';

-- What an order to kill names. It is kept, for its story may come after it.
create table kill_order (
  -- The wire item that orders it.
  item_id bigint not null,
  kind text not null check (kind in ('guid', 'number', 'slug', 'headline')),
  name text not null,
  -- The day on which the story was sent, where the order says so.
  day date,
  source_id bigint not null,
  guid text not null,
  realm text not null,
  at timestamptz not null,
  primary key (item_id, kind, name)
);
create index kill_order_name on kill_order (name, kind, at desc);
