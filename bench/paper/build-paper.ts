import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import sharp from 'sharp';
import { saveSource, storePicture } from '#features/media/media.ts';
import { receiveMessage } from '#features/publishing/publishing.ts';
import { ensureEdition, ensureSection, saveTopic } from '#features/taxonomy/taxonomy.ts';
import { addSource, type WireSourceRow } from '#features/wire/wire.ts';
import { openBlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import {
  makeStory,
  PICTURES,
  pictureHref,
  reviseStory,
  SECTIONS,
  type StoryCopy,
  TOPICS,
} from '../copy/make-copy.ts';
import type { Random } from '../copy/random.ts';
import { toNewsMl } from '../copy/write-copy.ts';

/** Where the paper's files lie unless BLOB_URL says otherwise. */
const blobsOf = (dataFolder: string) => openBlobStore(pathToFileURL(join(dataFolder, 'media')).href);

/** An edition with sections, topics and pictures, and a source whose copy goes out by itself; its token is for pushing. */
export async function foundPaper(
  db: Db,
  dataFolder: string,
  random: Random,
): Promise<{ source: WireSourceRow; token: string }> {
  await ensureEdition(db);
  for (const slug of SECTIONS) await ensureSection(db, { edition: 'en', slug });
  for (const topic of TOPICS) await saveTopic(db, { ...topic, edition: 'en', description: '' });
  const blobs = blobsOf(dataFolder);
  for (let index = 0; index < PICTURES; index += 1) {
    const background = { r: random.between(0, 255), g: random.between(0, 255), b: random.between(0, 255) };
    const image = sharp({ create: { width: 1600, height: 1067, channels: 3, background } });
    const bytes = await image.jpeg().toBuffer();
    const media = await storePicture(db, blobs, { bytes, kind: 'photo', now: new Date() });
    await saveSource(db, { href: pictureHref(index), media_id: media.id, fetched_at: new Date() });
  }
  const { source, token } = await addSource(db, {
    name: 'agency',
    kind: 'push',
    edition: 'en',
    publish: true,
  });
  if (token === undefined) throw new Error('the source that pushes has no token');
  return { source, token };
}

/** Messages of so many stories; one in seven comes again in a later version. */
const BATCH = 100;
const REVISED = 1 / 7;
const HOUR_MS = 3_600_000;
const PER_DAY = 120;

/**
 * Publishes stories `from` up to `to` through the intake, NewsML-G2 messages of a hundred. The first is an hour old and each later one
 * older, at about 120 a day, so that a larger archive has the same newest pages. Items per second of the intake alone.
 */
export async function publishStories(
  db: Db,
  source: WireSourceRow,
  random: Random,
  { from, to, now }: { from: number; to: number; now: Date },
): Promise<{ items: number; seconds: number }> {
  let items = 0;
  let seconds = 0;
  const take = async (stories: StoryCopy[], receivedAt: Date) => {
    const bytes = Buffer.from(toNewsMl(stories));
    const begun = performance.now();
    const received = await receiveMessage(db, source, { bytes, receivedAt });
    seconds += (performance.now() - begun) / 1000;
    const [failure] = received.failures;
    if (failure) throw new Error(`made-up copy was refused: ${failure.reason}`);
    items += stories.length;
  };
  for (let number = from; number < to; number += BATCH) {
    const at = new Date(now.getTime() - HOUR_MS - (number / PER_DAY) * 24 * HOUR_MS);
    const stories = Array.from({ length: Math.min(BATCH, to - number) }, (_, index) =>
      makeStory(random, number + index, at),
    );
    await take(stories, at);
    const revised = stories.filter(() => random.next() < REVISED).map((story) => reviseStory(random, story));
    if (revised.length > 0) await take(revised, new Date(at.getTime() + HOUR_MS / 2));
  }
  return { items, seconds };
}

/** What PostgreSQL does by itself in the minutes after so much was written: statistics, visibility map, checkpoint. */
export async function settleDatabase(db: Db): Promise<void> {
  for (const statement of ['vacuum analyze', 'checkpoint']) await sql.raw(statement).execute(db);
}
