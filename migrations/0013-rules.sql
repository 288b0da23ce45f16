/*
 * What is done with copy as it comes in. Rules are read at every batch, in their order; they decide over what arrives for the first
 * time. What each did stands with the item.
 */
create table rule (
  id bigint generated always as identity primary key,
  name text not null unique check (name ~ '^[a-z0-9]+([-_.][a-z0-9]+)*$'),
  -- Counts what the rule said before; its place and whether it is in use are no part of that.
  version int not null default 1,
  position int not null,
  -- Null: copy of every source.
  source_id bigint references wire_source,
  -- All must hold; see RuleConditions in features/stories/rules/rule.ts.
  conditions jsonb not null,
  section_id bigint references section,
  -- See RuleEffects there; without the section.
  effects jsonb not null,
  -- A rule that is not in use can be tried on what came before.
  enabled boolean not null,
  changed_at timestamptz not null
);

create table rule_application (
  id bigint generated always as identity primary key,
  item_id bigint not null references wire_item on delete cascade,
  -- Null: the rule was removed; its name stays.
  rule_id bigint references rule on delete set null,
  rule_name text not null,
  rule_version int not null,
  -- What it did, of all that it might have done.
  effect jsonb not null,
  -- Which words, codes and figures of the item it went by.
  why text[] not null,
  -- The item has no story because of it. False again once a version before it made one.
  ignored boolean not null,
  at timestamptz not null
);
create index rule_application_item on rule_application (item_id);
create index rule_application_rule on rule_application (rule_id, id desc);
create index rule_application_ignored on rule_application (id desc) where ignored;

-- The queue that a story waits in, and the names of the rules that called the desk to it.
alter table story
  add column desk text,
  add column alerts text[] not null default '{}';
create index story_desk on story (desk, updated_at desc, id desc) where desk is not null;
create index story_alerts on story (updated_at desc, id desc) where alerts <> '{}';
