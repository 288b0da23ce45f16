-- Sources that are reached by FTP, SFTP and IMAP, and feeds that a hub pushes (WebSub).

-- Where a mail that was read is moved to; null: it stays.
alter table wire_source add column move_to text;

-- When the provider says that it wrote what came last: how far its road is behind.
alter table wire_source add column last_item_created timestamptz;

-- Apart from the source, so that no list of sources ever holds a password.
create table wire_source_secret (
  source_id bigint primary key references wire_source on delete cascade,
  secret text not null
);

-- What a folder or mailbox held when it was last looked into. A file is taken once it has kept its stamp from one look to the next.
create table wire_seen (
  source_id bigint not null references wire_source on delete cascade,
  name text not null,
  stamp text not null,
  taken boolean not null,
  seen_at timestamptz not null,
  primary key (source_id, name)
);

create table wire_websub (
  source_id bigint primary key references wire_source on delete cascade,
  hub text not null,
  topic text not null,
  -- A part of the callback's address that nobody can guess, and the key of the hub's signatures.
  callback_key text not null,
  secret text not null,
  state text not null check (state in ('pending', 'active', 'denied')),
  reason text,
  asked_at timestamptz not null,
  lease_until timestamptz
);
