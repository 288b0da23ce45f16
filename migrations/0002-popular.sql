-- Reads, as sums and nothing else: who read is nowhere.

create table view_count (
  article_id bigint not null references article on delete cascade,
  -- The beginning of the hour.
  hour timestamptz not null,
  views bigint not null check (views > 0),
  primary key (hour, article_id)
) with (fillfactor = 70); -- The hour under way is updated every few seconds: room for the new row beside the old.

-- What view_count held, once it is days old.
create table view_day (
  article_id bigint not null references article on delete cascade,
  -- In UTC.
  day date not null,
  views bigint not null check (views > 0),
  primary key (day, article_id)
);

-- The last batch of sums that each web process has added: one whose answer was lost is sent again and not added twice.
create table view_batch (
  node uuid primary key,
  number bigint not null,
  added_at timestamptz not null
);
