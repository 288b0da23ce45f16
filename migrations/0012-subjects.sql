-- What subjects of copy mean here, as the desk has said it; what it has not, the program knows by itself (features/taxonomy/subject-map.ts).
create table subject_map (
  edition text not null references edition,
  -- In its one spelling: medtop:02000000, subj:04003004, genre:opinion.
  code text not null check (code <> ''),
  section_id bigint references section on delete cascade,
  topic_id bigint references topic on delete cascade,
  primary key (edition, code)
);
create index subject_map_section on subject_map (section_id) where section_id is not null;
create index subject_map_topic on subject_map (topic_id) where topic_id is not null;

-- What a picture's file says of itself (IPTC Photo Metadata), for the desk: headline, byline, rights, place in words, day, instructions.
-- Where it was taken by satellite is never read.
alter table media add column metadata jsonb not null default '{}';
