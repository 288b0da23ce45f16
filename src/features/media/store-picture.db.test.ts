import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openBlobStore } from '#platform/blob-store/blob-store.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { parsePictureAddress, pictureSources, storePicture } from './media.ts';
import { originalKey } from './picture-address.ts';
import { createPictureVariants } from './picture-variant.ts';
import { quarters, withIptc } from './testing/pictures.ts';

const { db } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'media-'));
const blobs = openBlobStore(String(pathToFileURL(folder)));
const now = new Date('2026-11-24T06:00:00Z');
afterAll(() => rm(folder, { recursive: true }));

const store = (bytes: Uint8Array, words: Partial<Parameters<typeof storePicture>[2]> = {}) =>
  storePicture(db, blobs, { bytes, kind: 'photo', now, ...words });

describe('a stored picture', () => {
  it('keeps its original byte for byte under its sha256', async () => {
    const bytes = withIptc(await quarters(300, 200), { caption: 'Boats', credit: 'Coast Agency' });
    const row = await store(bytes);
    expect(row.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const kept = await blobs.get(originalKey(row));
    expect(Buffer.from(kept?.bytes ?? [])).toEqual(bytes);
    expect(row).toMatchObject({
      mime: 'image/jpeg',
      width: 300,
      height: 200,
      bytes: bytes.length,
      kind: 'photo',
      focal_x: 0.5,
      created_at: now,
    });
  });

  it('is described by its sender first and by itself where the sender is silent', async () => {
    const bytes = withIptc(await quarters(310, 200), {
      caption: 'Its own caption',
      credit: 'Its own agency',
      copyright: '© its own',
    });
    const row = await store(bytes, {
      caption: 'The sender’s caption',
      alt: 'Boats at a quay',
      focal: { x: 0.25, y: 0.75 },
    });
    expect(row).toMatchObject({
      caption: 'The sender’s caption',
      alt: 'Boats at a quay',
      credit: 'Its own agency',
      rights: '© its own',
      focal_x: 0.25,
      focal_y: 0.75,
    });
  });

  it('is one row however often and at whatever same time it comes', async () => {
    const bytes = await quarters(320, 200);
    const rows = await Promise.all([store(bytes, { alt: 'first' }), store(bytes), store(bytes)]);
    const again = await store(bytes, { alt: 'later' });
    expect(new Set([...rows, again].map(({ id }) => id)).size).toBe(1);
  });

  it('gets its original back when the file store had lost it', async () => {
    const bytes = await quarters(330, 200);
    const row = await store(bytes);
    await blobs.delete(originalKey(row));
    expect(await store(bytes)).toEqual(row);
    expect(await blobs.has(originalKey(row))).toBe(true);
  });

  it('leaves neither row nor file when it is refused', async () => {
    const before = await blobs.list('');
    await expect(store(Buffer.from('<svg onload="alert(1)"/>'))).rejects.toThrow('SVG');
    expect(await blobs.list('')).toEqual(before);
  });
});

describe('files made from a stored picture', () => {
  const sha12Of = (row: { sha256: string }) => row.sha256.slice(0, 12);

  it('can be had at every address that its sources name', async () => {
    const row = await store(await quarters(700, 500));
    const variants = createPictureVariants(db, blobs);
    const { src, sources } = pictureSources(row, 'card');
    const addresses = [
      src,
      ...sources.flatMap(({ srcset }) => srcset.split(', ').map((entry) => entry.split(' ')[0] ?? '')),
    ];
    for (const path of addresses) {
      const address = parsePictureAddress(path);
      const made = address && (await variants(address));
      expect(made?.type).toBe(
        /\.avif$/.test(path) ? 'image/avif' : /\.webp$/.test(path) ? 'image/webp' : 'image/jpeg',
      );
    }
    expect(await blobs.list(`variant/${sha12Of(row)}/`)).toHaveLength(addresses.length);
  });

  it('are made once when many ask at once, and kept', async () => {
    const row = await store(await quarters(710, 500));
    const reads: string[] = [];
    const counted = {
      ...blobs,
      get: (key: string) => {
        if (key.startsWith('original/')) reads.push(key);
        return blobs.get(key);
      },
    };
    const variants = createPictureVariants(db, counted);
    const address = { sha12: sha12Of(row), crop: '1x1', width: 320, extension: 'webp' } as const;
    const made = await Promise.all(Array.from({ length: 8 }, () => variants(address)));
    expect(new Set(made.map((one) => Buffer.from(one?.bytes ?? []).toString('base64'))).size).toBe(1);
    await createPictureVariants(db, counted)(address);
    expect(reads).toHaveLength(1);
  });

  it('are not made for unknown pictures, nor larger than the picture is', async () => {
    const row = await store(await quarters(720, 500));
    const variants = createPictureVariants(db, blobs);
    expect(
      await variants({ sha12: 'f'.repeat(12), crop: '1x1', width: 320, extension: 'webp' }),
    ).toBeUndefined();
    expect(
      await variants({ sha12: sha12Of(row), crop: 'original', width: 2000, extension: 'webp' }),
    ).toBeUndefined();
  });

  it('say so when the original is missing', async () => {
    const row = await store(await quarters(740, 500));
    await blobs.delete(originalKey(row));
    const made = createPictureVariants(
      db,
      blobs,
    )({ sha12: sha12Of(row), crop: '1x1', width: 320, extension: 'jpg' });
    await expect(made).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('what a stored picture says of itself', () => {
  it('is kept for the desk, and its kind is told from the file where nobody says', async () => {
    const bytes = withIptc(await quarters(340, 200), { instructions: 'NO SALES', city: 'Pohang' });
    expect(await storePicture(db, blobs, { bytes, now })).toMatchObject({
      kind: 'photo',
      metadata: { instructions: 'NO SALES', place: 'Pohang' },
    });
  });
});
