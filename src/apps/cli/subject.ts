import {
  canonicalCode,
  type EditionRow,
  ensureEdition,
  ensureTopics,
  isRetired,
  listEditions,
  listSections,
  listSubjects,
  listTopics,
  removeSubject,
  type SectionRow,
  saveSubject,
  subjectName,
  TOP_SUBJECTS,
  usualSection,
} from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import { toSlug } from '#lib/slug.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { type Call, WrongUse } from './command.ts';
import type { subjectListOptions, subjectSetOptions } from './subject.command.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

type Place = { edition: EditionRow; sections: SectionRow[] };

/** `dateline subject list`: what the desk has said, and where the subjects at the top go that it has not. */
export async function subjectList(call: Call<typeof subjectListOptions>): Promise<undefined> {
  if (call.words.length > 0) throw new WrongUse(`"${call.words[0]}" is one word too many.`);
  await withDatabase(call, async (db) => {
    const { edition, sections } = await findPlace(db, call.values.edition);
    const said = await listSubjects(db, edition.code);
    const topics = await listTopics(db, edition.code);
    const usual = TOP_SUBJECTS.map(({ code }) => `medtop:${code}`).filter(
      (code) => !said.some((row) => row.code === code),
    );
    const rows = [
      ...said.map(({ code, section_id, topic_id }) => [
        code,
        nameOf(code),
        sections.find(({ id }) => id === section_id)?.slug ?? '',
        topics.find(({ id }) => id === topic_id)?.slug ?? '',
        'desk',
      ]),
      ...usual.map((code) => [code, nameOf(code), usualSection(code, sections)?.slug ?? '', '', 'usual']),
    ];
    await call.print(toTextTable([['CODE', 'SUBJECT', 'SECTION', 'TOPIC', 'SAID BY'], ...rows]));
  });
}

const nameOf = (code: string): string => `${subjectName(code) ?? ''}${isRetired(code) ? ' (retired)' : ''}`;

/** `dateline subject set` */
export async function subjectSet(call: Call<typeof subjectSetOptions>): Promise<undefined> {
  const code = readCode(call.words);
  const { section: sectionSlug, topic } = call.values;
  if (sectionSlug === undefined && topic === undefined)
    throw new WrongUse('Write --section, --topic or both: where copy on it goes.');
  await withDatabase(call, async (db) => {
    const { edition, sections } = await findPlace(db, call.values.edition);
    await withTransaction(db, async (trx) => {
      const section = sections.find(({ slug }) => slug === sectionSlug);
      if (sectionSlug !== undefined && !section)
        throw new AppError('not_found', `Edition ${edition.code} has no section “${sectionSlug}”.`);
      const topicId = topic === undefined ? null : await topicOf(trx, edition.code, topic);
      await saveSubject(trx, {
        edition: edition.code,
        code,
        section_id: section?.id ?? null,
        topic_id: topicId,
      });
      call.say(`${code} ${nameOf(code)}`.trimEnd());
      if (section) call.say(`Its copy goes to ${section.name}.`);
      if (topic !== undefined) call.say(`It is filed under ${topic}.`);
    });
  });
}

async function topicOf(trx: Db, edition: string, word: string): Promise<number> {
  const slug = toSlug(word);
  const id = (await ensureTopics(trx, edition, [{ slug, name: word }])).get(slug);
  if (slug === '' || id === undefined) throw new WrongUse(`"${word}" cannot be a topic.`);
  return id;
}

/** `dateline subject unset` */
export async function subjectUnset(call: Call<typeof subjectListOptions>): Promise<undefined> {
  const code = readCode(call.words);
  await withDatabase(call, async (db) => {
    const { edition } = await findPlace(db, call.values.edition);
    if (!(await removeSubject(db, edition.code, code)))
      throw new AppError('not_found', `Nothing was said of ${code} in edition ${edition.code}.`);
    call.say(`${code} goes where it usually does.`);
  });
}

function readCode(words: readonly string[]): string {
  const [word = '', ...more] = words;
  if (more.length > 0 || word.trim() === '' || word.length > 200)
    throw new WrongUse('Write the code of one subject, such as medtop:15000000 or SPO.');
  return canonicalCode(word);
}

async function findPlace(db: Db, code: string | undefined): Promise<Place> {
  await ensureEdition(db);
  const editions = await listEditions(db);
  const edition = code === undefined ? editions[0] : editions.find((one) => one.code === code);
  if (!edition) throw new AppError('not_found', `There is no edition ${code ?? ''}.`);
  const sections = (await listSections(db)).filter((section) => section.edition === edition.code);
  return { edition, sections };
}
