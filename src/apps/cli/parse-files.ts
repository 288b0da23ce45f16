import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseMessage, toNormalisedItem, WIRE_FORMATS, type WireFormat } from '#features/wire/wire.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import { findNearest } from '#lib/nearest.ts';
import { type Call, WrongUse } from './command.ts';
import type { parseOptions } from './parse.command.ts';

type ParseCall = Call<typeof parseOptions>;
type Source = { file: string; as?: WireFormat; url?: string };
type Reading = {
  items: object[];
  failures: string[];
  /** Nothing could be read. What an export holds beside posts is left out and not failed at. */
  failed: boolean;
};

const EXPORTS: readonly WireFormat[] = ['wxr', 'ghost'];

function readText(fields: object, name: string): string | undefined {
  const value = Object.entries(fields).find(([key]) => key === name)?.[1];
  if (value === undefined || typeof value === 'string') return value;
  throw new AppError('bad_input', `"${name}" must be a text.`);
}

/** One line of a list; by hand, because zod takes longer to load than a file takes to parse. */
function readBatchLine(given: unknown): Source {
  const fields = typeof given === 'object' && given !== null ? given : {};
  const file = readText(fields, 'file');
  if (!file)
    throw new AppError('bad_input', 'A line must look like {"file": "item.xml"}; "as" and "url" may follow.');
  return { file, as: readFormat(readText(fields, 'as')), url: readText(fields, 'url') };
}

function readFormat(given: string | undefined): WireFormat | undefined {
  if (given === undefined) return undefined;
  const format = WIRE_FORMATS.find((name) => name === given);
  if (format) return format;
  const nearest = findNearest(given, WIRE_FORMATS);
  const hint = nearest ? `Did you mean ${nearest}?` : `Known are ${WIRE_FORMATS.join(', ')}.`;
  throw new WrongUse(`There is no format "${given}". ${hint}`);
}

async function readBytes(file: string): Promise<Uint8Array> {
  if (file !== '-') return readFile(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const FILE_REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};

function explainFile(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return FILE_REASONS[code] ?? messageOf(thrown);
}

async function readSource({ file, as, url }: Source): Promise<Reading> {
  const { format, items, failures } = parseMessage(await readBytes(file), { as, url });
  return {
    items: items.map(toNormalisedItem),
    failed: items.length === 0 && failures.length > 0 && !EXPORTS.includes(format),
    failures: failures.map(({ position, reason }) => `item ${position}: ${reason}`),
  };
}

async function parseOne(source: Source, { print, say }: ParseCall): Promise<number> {
  const reading = await readSource(source).catch((thrown: unknown) => {
    throw new AppError('bad_input', `${source.file}: ${explainFile(thrown)}`, { cause: thrown });
  });
  for (const failure of reading.failures) say(`${source.file}: ${failure}`);
  await print(`${JSON.stringify(reading.items, null, 2)}\n`);
  return reading.failed ? 1 : 0;
}

async function toBatchAnswer(line: string, say: ParseCall['say']): Promise<object> {
  let file = '';
  try {
    const given: unknown = JSON.parse(line);
    if (given && typeof given === 'object' && 'file' in given) file = String(given.file);
    const { items, failures, failed } = await readSource(readBatchLine(given));
    if (failed) return { file, error: failures.join('; ') };
    for (const failure of failures) say(`${file}: ${failure}`);
    return { file, items };
  } catch (thrown) {
    return { file, error: explainFile(thrown) };
  }
}

/** One answer per line, in order, written as soon as it is known: a list may be longer than memory. */
async function parseBatch(list: string, { print, say }: ParseCall): Promise<number> {
  const input = list === '-' ? process.stdin : createReadStream(list);
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      if (line.trim() !== '') await print(`${JSON.stringify(await toBatchAnswer(line, say))}\n`);
  } catch (thrown) {
    throw new AppError('bad_input', `${list}: ${explainFile(thrown)}`, { cause: thrown });
  }
  return 0;
}

/** `dateline parse`. */
export async function parseFiles(call: ParseCall): Promise<number> {
  const { values, words } = call;
  if (values.batch !== undefined) {
    if (words.length > 0 || values.as || values.url)
      throw new WrongUse('With --batch the files, formats and addresses stand in the list.');
    return parseBatch(values.batch, call);
  }
  const [file, ...more] = words;
  if (file === undefined || more.length > 0)
    throw new WrongUse('Name one file, or a list of them with --batch.');
  return parseOne({ file, as: readFormat(values.as), url: values.url }, call);
}
