-- Briefings: who gets them, each dispatch (a send) with its plan of deliveries, and what came back.

create table briefing_list (
  id bigint generated always as identity primary key,
  edition text not null references edition on delete cascade,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- The hour of the edition's zone at which it goes out.
  hour int not null default 6 check (hour between 0 and 23),
  enabled boolean not null default true,
  -- Empty: briefing@ the host of the paper's address.
  from_address text not null default '',
  -- Mails a second, over all workers.
  rate int not null default 50 check (rate between 1 and 10000),
  -- The first briefing brings what was published after this.
  created_at timestamptz not null,
  unique (edition, slug)
);

create table subscriber (
  id bigint generated always as identity primary key,
  address text not null,
  address_key text not null unique,
  -- Counted up when the address changes: links that went to the old one open nothing any more.
  epoch int not null default 0,
  created_at timestamptz not null
);

create table subscription (
  subscriber_id bigint not null references subscriber on delete cascade,
  list_id bigint not null references briefing_list on delete cascade,
  state text not null check (state in ('pending', 'active', 'ended')),
  paused_until timestamptz,
  -- Counted up at each end: a confirmation link from before an unsubscription does not undo it.
  round int not null default 0,
  ended_reason text,
  changed_at timestamptz not null,
  primary key (subscriber_id, list_id)
);
create index subscription_active on subscription (list_id, subscriber_id) where state = 'active';
create index subscription_pending on subscription (changed_at) where state = 'pending';

-- Letters that somebody made us send to an address: at most a few a day, whoever asks and from wherever.
create table asked_letter (
  id bigint generated always as identity primary key,
  address_key text not null,
  asked_at timestamptz not null
);
create index asked_letter_address on asked_letter (address_key, asked_at);
create index asked_letter_old on asked_letter (asked_at);

-- Asked at the moment of sending. Kept when the subscriber is gone: signing up again does not lift it.
create table suppression (
  address_key text primary key,
  reason text not null check (reason in ('bounce', 'complaint', 'manual')),
  detail text not null default '',
  since timestamptz not null
);

-- What came back about mail: failures and complaints, from the server, by DSN or ARF message, or by the webhook.
create table mail_report (
  id bigint generated always as identity primary key,
  address_key text not null,
  kind text not null check (kind in ('bounce', 'complaint')),
  status text not null default '',
  detail text not null default '',
  delivery_id bigint,
  received_at timestamptz not null
);
create index mail_report_address on mail_report (address_key, received_at);

create table send (
  id bigint generated always as identity primary key,
  list_id bigint not null references briefing_list on delete cascade,
  kind text not null check (kind in ('briefing', 'retraction')),
  -- What may be sent once only: a day's briefing, the notice of one retraction. Null for a send by hand.
  slot text,
  state text not null check (state in ('planned', 'sending', 'sent', 'stopped')),
  -- A briefing brings what became visible in this stretch of time.
  since timestamptz not null,
  until timestamptz not null,
  -- Before it nothing leaves: the moment of grace.
  not_before timestamptz not null,
  rate int not null,
  -- The rate is kept by this: no batch is claimed earlier.
  next_claim_at timestamptz not null,
  -- A retraction notice is about this revision.
  article_id bigint,
  revision int,
  made_by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  note text not null default '',
  unique (list_id, kind, slot)
);
create index send_open on send (not_before) where state in ('planned', 'sending');
create index send_list on send (list_id, id desc);

-- The stories of a send. When one is killed or changed between two batches, the next batch is another issue of it:
-- so it is known of each reader what they were sent.
create table send_article (
  send_id bigint not null references send on delete cascade,
  issue int not null,
  article_id bigint not null,
  revision int not null,
  position int not null,
  primary key (send_id, issue, article_id)
);
create index send_article_article on send_article (article_id);

create table delivery (
  id bigint generated always as identity primary key,
  send_id bigint not null references send on delete cascade,
  subscriber_id bigint not null references subscriber on delete cascade,
  -- sending is committed before the mail server is spoken to; what a dead sender left in it becomes unknown.
  state text not null default 'planned'
    check (state in ('planned', 'sending', 'sent', 'failed', 'unknown', 'suppressed')),
  issue int,
  attempts int not null default 0,
  next_try_at timestamptz,
  -- Number of the sender at work, which holds an advisory lock of that number as long as it lives.
  sender int,
  reason text not null default '',
  done_at timestamptz,
  unique (send_id, subscriber_id)
);
create index delivery_planned on delivery (send_id, next_try_at nulls first, id) where state = 'planned';
create index delivery_sending on delivery (sender) where state = 'sending';
create index delivery_subscriber on delivery (subscriber_id, send_id) where state in ('sent', 'unknown');
create index delivery_send on delivery (send_id, state);

create sequence sender_number as int cycle;

-- One notice for each reader of each correction.
create table correction_notice (
  subscriber_id bigint not null references subscriber on delete cascade,
  article_id bigint not null,
  revision int not null,
  delivery_id bigint not null references delivery on delete cascade,
  primary key (subscriber_id, article_id, revision)
);
create index correction_notice_delivery on correction_notice (delivery_id);
