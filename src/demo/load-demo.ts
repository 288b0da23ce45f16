import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { rasteriseGraphic, saveSource, storePicture } from '#features/media/media.ts';
import { receiveMessage, showPicture } from '#features/publishing/publishing.ts';
import { listStories } from '#features/stories/stories.ts';
import {
  announcePaper,
  listSections,
  saveEdition,
  saveSection,
  saveTopic,
} from '#features/taxonomy/taxonomy.ts';
import { addSource, findSourceByName, listSources, type WireSourceRow } from '#features/wire/wire.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { findSetting, saveSetting } from '#platform/settings.repo.ts';
import { DEMO_EDITIONS, DEMO_SECTIONS, DEMO_SOURCES, DEMO_TOPICS, demoMessages } from './demo-edition.ts';
import { drawDemoGraphic } from './graphics/draw-demo-graphic.ts';

const SETTING = 'demo';

/** `now` is kept from the first attempt: a load that was interrupted goes on with the very same messages. */
const stateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('loading'), now: z.coerce.date() }),
  z.object({ state: z.literal('done') }),
  z.object({ state: z.literal('unwanted') }),
]);
export type DemoState = z.infer<typeof stateSchema>;

/**
 * Whether the demo edition is to be loaded, is loaded, or is not wanted because the paper has copy of its own already.
 * Decided once: a paper that was begun without it never gets it later.
 */
export async function decideDemo(db: Db, now: Date): Promise<DemoState> {
  const known = stateSchema.safeParse(await findSetting(db, SETTING));
  if (known.success) return known.data;
  const used = (await listStories(db, { limit: 1 })).length > 0 || (await listSources(db)).length > 0;
  const state: DemoState = used ? { state: 'unwanted' } : { state: 'loading', now };
  await saveSetting(db, SETTING, state, now);
  if (state.state === 'loading') await savePaper(db);
  return state;
}

/** The editions, sections and topics that the demo copy is about. */
async function savePaper(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const edition of DEMO_EDITIONS) {
      await saveEdition(trx, edition);
      const language = edition.code;
      for (const [index, { slug, names }] of DEMO_SECTIONS.entries()) {
        await saveSection(trx, { edition: edition.code, slug, name: names[language], position: index });
      }
      for (const { slug, code, names, descriptions } of DEMO_TOPICS) {
        const topic = { slug, code, name: names[language], description: descriptions[language] };
        await saveTopic(trx, { edition: edition.code, ...topic });
      }
    }
    await announcePaper(trx);
  });
}

export type LoadDemo = {
  /** The folder with `stories/` and `graphics.json`. */
  folder: string;
  /** Of the state that `decideDemo` gave. */
  now: Date;
  signal: AbortSignal;
  onProgress: (done: number, of: number) => void;
};

/**
 * Loads the demo edition through the real intake, message by message as its agencies sent them over two weeks.
 * Interrupted, it goes on where it was at the next call, for what has been taken in is ignored the second time.
 * Returns whether it came to its end.
 */
export async function loadDemo(db: Db, blobs: BlobStore, load: LoadDemo): Promise<boolean> {
  const messages = demoMessages(load.folder, load.now);
  const keys = await graphicKeys(load.folder);
  const sources = await openSources(db);
  const steps = messages.length + keys.length;
  let done = 0;
  for (const { sourceKey, at, bytes, fileName } of messages) {
    if (load.signal.aborted) return false;
    const source = sources.get(sourceKey);
    if (source) await receiveMessage(db, source, { bytes, name: fileName, receivedAt: at });
    load.onProgress(++done, steps);
  }
  for (const key of keys) {
    if (load.signal.aborted) return false;
    await storeGraphic(db, blobs, load, key);
    load.onProgress(++done, steps);
  }
  await saveSetting(db, SETTING, { state: 'done' }, load.now);
  return true;
}

async function openSources(db: Db): Promise<Map<string, WireSourceRow>> {
  const sections = await listSections(db);
  const opened = new Map<string, WireSourceRow>();
  for (const { key, format, section, publish } of DEMO_SOURCES) {
    const sectionId = sections.find(({ slug, edition }) => slug === section && edition === 'en')?.id;
    const existing = await findSourceByName(db, key);
    const source =
      existing ??
      (await addSource(db, { name: key, kind: 'inbox', format, edition: 'en', sectionId, publish })).source;
    opened.set(key, source);
  }
  return opened;
}

const graphicsFile = async (folder: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'graphics.json'), 'utf8'));

const keysSchema = z.object({ graphics: z.array(z.object({ key: z.string(), kind: z.string() })) });

const graphicKeys = async (folder: string): Promise<string[]> =>
  keysSchema.parse(await graphicsFile(folder)).graphics.map(({ key }) => key);

/** Wide enough for the lead of a front on a screen of double density. */
const GRAPHIC_WIDTH = 2000;

async function storeGraphic(db: Db, blobs: BlobStore, { folder, now }: LoadDemo, key: string): Promise<void> {
  const content = await graphicsFile(folder);
  const kind = keysSchema.parse(content).graphics.find((graphic) => graphic.key === key)?.kind;
  const bytes = await rasteriseGraphic(drawDemoGraphic(key, content), GRAPHIC_WIDTH);
  const media = await storePicture(db, blobs, { bytes, kind: kind === 'map' ? 'map' : 'graphic', now });
  const href = `demo-graphic:${key}`;
  await db.transaction().execute(async (trx) => {
    await saveSource(trx, { href, media_id: media.id, fetched_at: now });
    await showPicture(trx, href);
  });
}
