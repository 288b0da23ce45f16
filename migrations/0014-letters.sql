-- Letters that were handed to the mail server, or may have been: written before anybody speaks to it. A job that finds its
-- own number here was cut off behind that point, and the letter is not sent again.
create table letter_handover (
  job_id text primary key,
  begun_at timestamptz not null
);
create index letter_handover_old on letter_handover (begun_at);
