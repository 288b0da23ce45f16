import { join } from 'node:path';
import { ensureEdition, ensureSection, findEdition, listEditions } from '#features/taxonomy/taxonomy.ts';
import {
  type AddSource,
  addSource,
  makeInboxFolder,
  parseSourceAddress,
  splitPassword,
  transportOf,
  WIRE_FORMATS,
  type WireFormat,
} from '#features/wire/wire.ts';
import { parseDuration } from '#lib/duration.ts';
import { AppError } from '#lib/errors.ts';
import { findNearest } from '#lib/nearest.ts';
import type { Config } from '#platform/config.ts';
import type { Db } from '#platform/database.ts';
import { FetchFailure } from '#platform/guarded-fetch/fetch-failure.ts';
import { createGuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { type Call, type Terminal, WrongUse } from './command.ts';
import { readPassword } from './read-password.ts';
import type { wireAddOptions } from './wire-add.command.ts';
import { withDatabase } from './with-database.ts';

type WireAdd = Call<typeof wireAddOptions>;
type Asked = Omit<AddSource, 'edition' | 'sectionId'>;

/** `dateline wire add`: what is wrong with the words is said before anything is opened. */
export async function wireAdd(call: WireAdd): Promise<undefined> {
  const asked = readAsked(call);
  const password = await readPassword(asked.url, call.values['password-file'], call);
  await withDatabase(call, async (db, config) => {
    if (asked.url !== undefined) await checkAddress(asked.url, config, call);
    const place = await findPlace(db, call);
    const { source, token } = await addSource(db, { ...asked, ...place, password });
    const then = source.publish ? 'are published by themselves' : 'wait for the desk';
    call.say(`Added ${source.name}; its stories ${then}.`);
    await tellNext(call, config, source.name, asked, token);
  });
}

function readAsked({ values, words }: WireAdd): Asked {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0)
    throw new WrongUse('Write one name for the source, such as: wire add yonhap --url https://…');
  const roads = [values.url !== undefined, values.inbox, values.push].filter(Boolean).length;
  if (roads !== 1) throw new WrongUse('Write one of --url URL, --inbox or --push: how the copy comes.');
  if (values.every !== undefined && values.url === undefined) throw new WrongUse('--every goes with --url.');
  if (values.move !== undefined && values.keep)
    throw new WrongUse('Write --move FOLDER or --keep, not both.');
  return {
    name,
    moveTo: values.move,
    kind: values.url !== undefined ? 'url' : values.inbox ? 'inbox' : 'push',
    url: values.url,
    format: readFormat(values.as),
    publish: values.publish ?? false,
    everySeconds: readInterval(values.every),
  };
}

function readFormat(format: string | undefined): WireFormat | undefined {
  if (format === undefined) return undefined;
  const known = WIRE_FORMATS.find((one) => one === format);
  if (known) return known;
  const nearest = findNearest(format, [...WIRE_FORMATS]);
  const hint = nearest ? `Did you mean ${nearest}?` : `The known ones are ${WIRE_FORMATS.join(', ')}.`;
  throw new WrongUse(`There is no format "${format}". ${hint}`);
}

function readInterval(every: string | undefined): number | undefined {
  if (every === undefined) return undefined;
  const seconds = parseDuration(every);
  if (seconds === undefined) throw new WrongUse(`"${every}" is no interval. Write 30s, 5m or 1h.`);
  return seconds;
}

/** A host that is not known just now may be known later; one that must not be asked never. */
async function checkAddress(url: string, config: Config, { say }: Terminal): Promise<void> {
  const fetch = createGuardedFetch(config);
  try {
    if (transportOf(url) === 'http') await fetch.check(url);
    else {
      const { host, port } = parseSourceAddress(url);
      await fetch.checkHost(host, port);
    }
  } catch (thrown) {
    if (!(thrown instanceof FetchFailure)) throw thrown;
    if (thrown.kind === 'refused') throw new AppError('bad_input', thrown.message);
    say(`${thrown.message} The source is added all the same and asked again later.`);
  } finally {
    await fetch.close();
  }
}

async function findPlace(db: Db, { values, say }: WireAdd): Promise<{ edition: string; sectionId?: number }> {
  await ensureEdition(db);
  const editions = await listEditions(db);
  const edition = values.edition ? await findEdition(db, values.edition) : editions[0];
  if (!edition) {
    const known = editions.map(({ code }) => code).join(', ');
    throw new AppError('not_found', `There is no edition ${values.edition ?? ''}. There is: ${known}.`);
  }
  if (values.section === undefined) return { edition: edition.code };
  const { section, made } = await ensureSection(db, { edition: edition.code, slug: values.section });
  if (made) say(`Made the section ${section.name} (${section.slug}).`);
  return { edition: edition.code, sectionId: section.id };
}

async function tellNext(
  { print, say }: Terminal,
  config: Config,
  name: string,
  { kind, url }: Asked,
  token: string | undefined,
): Promise<void> {
  if (kind === 'inbox') {
    const folder = join(config.dataFolder, 'inbox', name);
    await makeInboxFolder(folder);
    say('Put its files into this folder:');
    await print(`${folder}\n`);
  } else if (token !== undefined) {
    say(
      `Its messages go to POST ${config.baseUrl}/wire/${name} with "Authorization: Bearer TOKEN". The token, shown only now:`,
    );
    await print(`${token}\n`);
  } else {
    await print(`${splitPassword(url ?? '').url}\n`);
  }
}
