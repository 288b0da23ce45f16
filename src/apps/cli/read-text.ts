import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { AppError, messageOf } from '#lib/errors.ts';
import { isZone } from '#lib/zoned.ts';
import { readRecord, type TextOrigin } from '#record/read-record.ts';
import { isPublicationTime } from '#record/times/writing-time.ts';
import { type Call, WrongUse } from './command.ts';
import type { readOptions } from './read.command.ts';

type ReadCall = Call<typeof readOptions>;

const explainFile = (thrown: unknown): string => {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return code === 'ENOENT'
    ? 'there is no such file'
    : code === 'EISDIR'
      ? 'it is a folder'
      : messageOf(thrown);
};

async function readFileText(file: string): Promise<string> {
  const text = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

async function readOne(file: string, { values, print }: ReadCall): Promise<undefined> {
  const { published, zone, language, explain } = values;
  if (published !== undefined && !isPublicationTime(published))
    throw new WrongUse(`"${published}" is no time. Write 2015-03-25 or 2015-03-25T19:00:00+09:00.`);
  const text = await readFileText(file).catch((thrown: unknown) => {
    throw new AppError('bad_input', `${file}: ${explainFile(thrown)}`, { cause: thrown });
  });
  await print(`${JSON.stringify(readRecord(text, { published, zone, language }, { explain }), null, 2)}\n`);
}

type Line = { id: unknown; text: string; origin: TextOrigin };

/** One line of a list; by hand, because zod takes longer to load than a text takes to read. */
function readLine(given: unknown): Line {
  const fields = new Map(typeof given === 'object' && given !== null ? Object.entries(given) : []);
  const textOf = (name: string): string | undefined => {
    const value: unknown = fields.get(name);
    if (value === undefined || value === null || typeof value === 'string') return value ?? undefined;
    throw new AppError('bad_input', `"${name}" must be a text.`);
  };
  const text = textOf('text');
  const published = textOf('published');
  if (published !== undefined && !isPublicationTime(published))
    throw new AppError('bad_input', `"${published}" is no time of publication.`);
  if (text === undefined)
    throw new AppError(
      'bad_input',
      'A line must look like {"id": "1", "text": "…"}; "published" and "language" may follow.',
    );
  return {
    id: fields.get('id'),
    text,
    origin: { published, language: textOf('language') },
  };
}

function toAnswer(line: string, { values: { zone, explain } }: ReadCall): object {
  let id: unknown;
  try {
    const given: unknown = JSON.parse(line);
    if (typeof given === 'object' && given !== null && 'id' in given) id = given.id;
    const { text, origin } = readLine(given);
    return { id, ...readRecord(text, { ...origin, zone }, { explain }) };
  } catch (thrown) {
    return { id, error: messageOf(thrown) };
  }
}

/** One answer per line, in order, written as soon as it is known: a list may be longer than memory. */
async function readList(list: string, call: ReadCall): Promise<undefined> {
  const input = list === '-' ? process.stdin : createReadStream(list);
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      if (line.trim() !== '') await call.print(`${JSON.stringify(toAnswer(line, call))}\n`);
  } catch (thrown) {
    throw new AppError('bad_input', `${list}: ${explainFile(thrown)}`, { cause: thrown });
  }
}

/** `dateline read`. */
export async function readTexts(call: ReadCall): Promise<undefined> {
  const { values, words } = call;
  if (values.zone !== undefined && !isZone(values.zone))
    throw new WrongUse(`There is no zone "${values.zone}". Write Asia/Seoul or the like.`);
  const [file, ...more] = words;
  if (values.jsonl !== undefined) {
    if (words.length > 0 || values.published || values.language)
      throw new WrongUse('With --jsonl the texts, times and languages stand in the list.');
    return readList(values.jsonl, call);
  }
  if (file === undefined || more.length > 0)
    throw new WrongUse('Name one file, or a list of texts with --jsonl.');
  return readOne(file, call);
}
