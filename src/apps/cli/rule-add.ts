import { type AddRule, addRule, DECISIONS, type RuleConditions } from '#features/stories/stories.ts';
import { ensureSection, ensureTopics, listSections, listTopics } from '#features/taxonomy/taxonomy.ts';
import { findSourceByName } from '#features/wire/wire.ts';
import { systemClock } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import { toSlug } from '#lib/slug.ts';
import type { Db } from '#platform/database.ts';
import { chooseEdition } from './choose-edition.ts';
import { type Call, WrongUse } from './command.ts';
import type { ruleAddOptions } from './rule.command.ts';
import { oneName } from './rule-name.ts';
import { withDatabase } from './with-database.ts';

type RuleAdd = Call<typeof ruleAddOptions>;
type Values = RuleAdd['values'];

/** `dateline rule add`: what is wrong with the words is said before anything is opened. */
export async function ruleAdd(call: RuleAdd): Promise<undefined> {
  const { values } = call;
  const name = oneName(call.words);
  const conditions = readConditions(values);
  const effects = readEffects(values);
  const { draft = false, replace = false, before } = values;
  await withDatabase(call, async (db) => {
    const sourceId = values.source === undefined ? undefined : await findSourceId(db, values.source);
    const sectionId =
      values.section === undefined ? undefined : await findSectionId(db, call, values.section);
    if (effects.topics) await makeTopics(db, call, effects.topics);
    await addRule(db, {
      ...{ name, sourceId, conditions, sectionId, effects, before, draft, replace },
      at: systemClock(),
    });
  });
  call.say(
    draft
      ? `Wrote down ${name}; it is not in use. See what it would do: dateline rule try ${name}`
      : `Rule ${name} counts from the next message on.`,
  );
}

function readConditions(values: Values): RuleConditions {
  const { subject, urgency, place, language, words, headline, slug, credit, embargo, signal, type, genre } =
    values;
  const given = { subject, place, language, words, headline, slug, credit, signal, genre };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(urgency !== undefined && { urgency: readRange(urgency) }),
    ...(embargo !== undefined && { embargo: readYesNo(embargo) }),
    ...(type && { type: type.map(readType) }),
  };
}

function readRange(text: string): { from: number; to: number } {
  const [, from, to = from] = /^([1-9])(?:-([1-9]))?$/.exec(text) ?? [];
  if (from === undefined || Number(from) > Number(to))
    throw new WrongUse(`"${text}" is no range of urgencies. Write 1, or 1-3.`);
  return { from: Number(from), to: Number(to) };
}

function readYesNo(text: string): boolean {
  if (text !== 'yes' && text !== 'no') throw new WrongUse(`--embargo takes yes or no, not "${text}".`);
  return text === 'yes';
}

const TYPES = ['text', 'picture', 'graphic', 'audio', 'video', 'composite', 'event'] as const;

function readType(text: string): (typeof TYPES)[number] {
  const type = TYPES.find((one) => one === text);
  if (!type) throw new WrongUse(`There is no type "${text}". The types are ${TYPES.join(', ')}.`);
  return type;
}

function readEffects(values: Values): AddRule['effects'] {
  const { topic, desk, alert, stop } = values;
  const urgency = values['set-urgency'];
  const [decision, ...more] = DECISIONS.filter((one) => values[one]);
  if (more.length > 0) throw new WrongUse('Write one of --publish, --wait and --ignore.');
  if (urgency !== undefined && !/^[1-9]$/.test(urgency))
    throw new WrongUse(`--set-urgency takes a number from 1 to 9, not "${urgency}".`);
  if (desk?.trim() === '') throw new WrongUse('Write the name of a desk.');
  return {
    ...(topic && { topics: topic.map(readTopic) }),
    ...(urgency !== undefined && { urgency: Number(urgency) }),
    ...(desk !== undefined && { desk: desk.trim() }),
    ...(decision && { decision }),
    ...(alert && { alert }),
    ...(stop && { stop }),
  };
}

function readTopic(text: string): string {
  const slug = toSlug(text);
  if (slug === '') throw new WrongUse(`"${text}" is no name of a topic.`);
  return slug;
}

async function findSourceId(db: Db, name: string): Promise<number> {
  const source = await findSourceByName(db, name);
  if (!source) throw new AppError('not_found', `There is no source named ${name}.`);
  return source.id;
}

/** A section of the named edition, or where none was named of any that has it; made where there is none. */
async function findSectionId(db: Db, { values, say }: RuleAdd, slug: string): Promise<number> {
  const known = (await listSections(db)).find(
    (section) => section.slug === slug && (values.edition ?? section.edition) === section.edition,
  );
  if (known) return known.id;
  const { code } = await chooseEdition(db, values.edition);
  const { section } = await ensureSection(db, { edition: code, slug });
  say(`Made the section ${section.name} (${section.slug}).`);
  return section.id;
}

async function makeTopics(db: Db, { values, say }: RuleAdd, slugs: string[]): Promise<void> {
  const { code } = await chooseEdition(db, values.edition);
  const known = new Set((await listTopics(db, code)).map(({ slug }) => slug));
  const missing = slugs.filter((slug) => !known.has(slug)).map((slug) => ({ slug, name: toName(slug) }));
  await ensureTopics(db, code, missing);
  for (const { slug, name } of missing) say(`Made the topic ${name} (${slug}).`);
}

const toName = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');
