-- Posts of an old site that were taken over. One is taken over once: running an import again goes on behind what is here.
create table imported_post (
  edition text not null references edition,
  -- As the old site's export names the post.
  guid text not null,
  -- Null only within the transaction that makes the story.
  story_id bigint references story,
  -- The path it had there, without a slash at its end; leads to the article once there is one.
  old_path text,
  imported_at timestamptz not null,
  primary key (edition, guid)
);
create index imported_post_story on imported_post (story_id);

-- Pictures of imported posts that wait to be fetched, one after the other.
create table imported_picture (
  href text primary key,
  due_at timestamptz not null,
  tries int not null default 0
);
create index imported_picture_due on imported_picture (due_at, href);
