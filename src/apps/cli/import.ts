import { readFile } from 'node:fs/promises';
import {
  IMPORT_RESULTS,
  type ImportOutcome,
  type ImportRow,
  importPosts,
  type Places,
} from '#features/imports/imports.ts';
import {
  type EditionRow,
  ensureEdition,
  listEditions,
  listSections,
  type SectionRow,
} from '#features/taxonomy/taxonomy.ts';
import { type ParsedMessage, parseMessage } from '#features/wire/wire.ts';
import { monotonicMs, systemClock } from '#lib/clock.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import { toSlug } from '#lib/slug.ts';
import type { Db } from '#platform/database.ts';
import { type Call, WrongUse } from './command.ts';
import type { importOptions } from './import.command.ts';
import { type ImportReport, openReport } from './import-report.ts';
import { withDatabase } from './with-database.ts';

type Import = Call<typeof importOptions>;
type Format = 'wxr' | 'ghost';

/** Many times what a provider may send at once: a person stands beside it. */
const MOST_BYTES = 400 * 1024 * 1024;
const TELL_EVERY_MS = 2000;

/** `dateline import wxr|ghost FILE`: what is wrong with words and file is said before the database is opened. */
export async function importExport(format: Format, call: Import): Promise<number> {
  const { values } = call;
  const map = readMap(values.map ?? []);
  const parsed = await readExport(format, call);
  const report = values.report === undefined ? undefined : await openReport(values.report);
  try {
    return await withDatabase(call, async (db) => {
      await ensureEdition(db);
      const place = await readPlaces(db, values, map);
      const outcome = await run(db, format, call, { parsed, place, report });
      await call.print(`${toSentence(outcome)}\n`);
      tellNext(call, format, outcome);
      return outcome.stopped || outcome.counts.failed > 0 ? 1 : 0;
    });
  } finally {
    await report?.close();
  }
}

async function readExport(format: Format, { values, words, say }: Import): Promise<ParsedMessage> {
  const [file, ...more] = words;
  if (file === undefined || more.length > 0)
    throw new WrongUse(
      `Name one file, such as: import ${format} export.${format === 'wxr' ? 'xml' : 'json'}`,
    );
  if (values.url !== undefined && !/^https?:$/.test(URL.parse(values.url)?.protocol ?? ''))
    throw new WrongUse(`"${values.url}" is no address of a site. Write one such as https://old.example.`);
  if (format === 'ghost' && values.url === undefined) {
    say(
      'Ghost’s export does not say where the site was: without --url there are no old addresses to lead on',
    );
    say('and its own pictures cannot be found.');
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (thrown) {
    throw new AppError('bad_input', `${file}: ${messageOf(thrown)}`, { cause: thrown });
  }
  const parsed = parseMessage(bytes, { as: format, url: values.url, maxBytes: MOST_BYTES });
  if (parsed.format !== format)
    throw new AppError('bad_input', `${file} is no such export: it reads as ${parsed.format}.`);
  return parsed;
}

/** `category=section`, as often as given, by the slug of the category. */
function readMap(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((pair) => {
      const at = pair.lastIndexOf('=');
      const category = toSlug(pair.slice(0, Math.max(at, 0)));
      const section = pair.slice(at + 1).trim();
      if (category === '' || section === '')
        throw new WrongUse(
          `"${pair}" maps nothing. Write a category and a section, such as politik=politics.`,
        );
      return [category, section];
    }),
  );
}

async function readPlaces(
  db: Db,
  { edition: code, section: slug }: Import['values'],
  map: Map<string, string>,
): Promise<Places & { edition: EditionRow }> {
  const editions = await listEditions(db);
  const edition = code === undefined ? editions[0] : editions.find((one) => one.code === code);
  if (!edition) throw new AppError('not_found', `There is no edition ${code ?? ''}.`);
  const sections = (await listSections(db)).filter((section) => section.edition === edition.code);
  const find = (wanted: string): SectionRow => {
    const section = sections.find((one) => one.slug === wanted);
    if (section) return section;
    const make = `Make it with: dateline section set ${wanted} --edition ${edition.code}`;
    throw new AppError('not_found', `Edition ${edition.code} has no section “${wanted}”. ${make}`);
  };
  const fallback = slug === undefined ? sections[0] : find(slug);
  if (!fallback) throw new AppError('not_found', `Edition ${edition.code} has no section yet.`);
  const led = new Map([...map].map(([category, section]) => [category, find(section)]));
  return { edition, sections, fallback, map: led };
}

type Work = {
  parsed: ParsedMessage;
  place: Places & { edition: EditionRow };
  report: ImportReport | undefined;
};

/** Stops between two batches at the first SIGINT or SIGTERM; a second one ends the program as ever. */
async function run(
  db: Db,
  format: Format,
  { values, say }: Import,
  { parsed, place, report }: Work,
): Promise<ImportOutcome> {
  const stopping = new AbortController();
  const stop = () => {
    say('Stopping behind this batch.');
    stopping.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let told = monotonicMs();
  const onRows = async (rows: ImportRow[], { done, of }: { done: number; of: number }) => {
    await report?.write(rows);
    for (const row of rows)
      if (row.result === 'failed') say(`Row ${row.position}: ${row.notes.at(-1) ?? 'failed'}`);
    if (monotonicMs() - told < TELL_EVERY_MS) return;
    told = monotonicMs();
    say(`${done} of ${of} rows`);
  };
  try {
    return await importPosts(db, parsed, {
      ...place,
      now: systemClock(),
      pictures: !values['no-pictures'],
      madeBy: `import:${format}`,
      dryRun: values['dry-run'],
      signal: stopping.signal,
      onRows,
    });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

const SAID = {
  published: 'published',
  waits: 'waiting for the desk',
  'already there': 'already there',
  'left out': 'left out',
  failed: 'failed',
} as const;

function toSentence({ counts, rows, of, stopped }: ImportOutcome): string {
  const parts = IMPORT_RESULTS.map((result) => `${counts[result]} ${SAID[result]}`);
  const total = stopped ? `${rows} of ${of} rows` : `${of} rows`;
  return `${total}: ${parts.join(', ')}.`;
}

function tellNext({ values, say }: Import, format: Format, { pictures, stopped }: ImportOutcome): void {
  if (values['dry-run']) say('Nothing was done: this was a dry run.');
  else if (stopped) say(`Stopped. Run import ${format} again to go on.`);
  else if (pictures && !values['no-pictures'])
    say(
      'Pictures are fetched one by one while the paper runs; run this again later to see which could not be had.',
    );
}
