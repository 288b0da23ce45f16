import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlobStore, openBlobStore } from './blob-store.ts';

const text = (words: string) => new TextEncoder().encode(words);
let folder: string;
let s3: S3rver;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'paper' }],
  });
  const address = (await s3.run()) as AddressInfo;
  port = address.port;
});

afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

const s3Address = (bucket: string) => `s3://S3RVER:S3RVER@127.0.0.1:${port}/${bucket}?tls=off`;

describe.each([
  ['a folder', () => openBlobStore(String(pathToFileURL(join(folder, 'files'))))],
  ['an S3 bucket', () => openBlobStore(s3Address('paper'))],
  ['a folder of an S3 bucket', () => openBlobStore(s3Address('paper/media'))],
] as [string, () => BlobStore][])('%s as file store', (_, open) => {
  it('gives back the bytes and the type that were put', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10, 0]);
    await open().put('original/ab12.jpg', bytes, 'image/jpeg');
    const found = await open().get('original/ab12.jpg');
    expect(Buffer.from(found?.bytes ?? [])).toEqual(Buffer.from(bytes));
    expect(found?.type).toBe('image/jpeg');
  });

  it('replaces what stood under a key', async () => {
    await open().put('note', text('old'), 'text/plain');
    await open().put('note', text('new and longer'), 'text/html');
    const found = await open().get('note');
    expect(new TextDecoder().decode(found?.bytes)).toBe('new and longer');
    expect(found?.type).toBe('text/html');
  });

  it('knows what it has and forgets what is deleted', async () => {
    await open().put('gone/soon.webp', text('x'), 'image/webp');
    expect(await open().has('gone/soon.webp')).toBe(true);
    await open().delete('gone/soon.webp');
    expect(await open().has('gone/soon.webp')).toBe(false);
    expect(await open().get('gone/soon.webp')).toBeUndefined();
    await expect(open().delete('gone/soon.webp')).resolves.toBeUndefined();
  });

  it('keeps an empty blob', async () => {
    await open().put('empty', new Uint8Array(), 'text/plain');
    expect((await open().get('empty'))?.bytes).toHaveLength(0);
  });

  it('lists the keys under a prefix in order, and only those', async () => {
    for (const key of ['list/b/2.png', 'list/a.png', 'list/b/1.png', 'listing/c.png'])
      await open().put(key, text(key), 'image/png');
    expect(await open().list('list/')).toEqual(['list/a.png', 'list/b/1.png', 'list/b/2.png']);
    expect(await open().list('list/b')).toEqual(['list/b/1.png', 'list/b/2.png']);
    expect(await open().list('nothing/here')).toEqual([]);
  });

  it.each([
    '../secret',
    'a/../../b',
    '/etc/passwd',
    'a//b',
    '.hidden',
    'a\\b',
    'A',
    'a/',
    '',
    'a\0b',
    'ä',
    `${'a'.repeat(600)}`,
    'a?b',
    'a%2e%2e',
  ])('refuses the key %j everywhere', async (key) => {
    const store = open();
    await expect(async () => store.put(key, text('x'), 'text/plain')).rejects.toThrow('not a key');
    await expect(async () => store.get(key)).rejects.toThrow('not a key');
    await expect(async () => store.has(key)).rejects.toThrow('not a key');
    await expect(async () => store.delete(key)).rejects.toThrow('not a key');
  });
});

describe('a folder', () => {
  it('shows a reader whole blobs only while the same key is written again and again', async () => {
    const store = openBlobStore(String(pathToFileURL(join(folder, 'busy'))));
    const versions = ['a', 'b', 'c', 'd'].map((letter) => text(letter.repeat(200_000)));
    await store.put('busy', versions[0] ?? text('a'), 'text/plain');
    const writes = versions.map((bytes) => store.put('busy', bytes, 'text/plain'));
    for (let read = 0; read < 5; read++) {
      const bytes = (await store.get('busy'))?.bytes ?? new Uint8Array();
      expect(bytes).toHaveLength(200_000);
      expect(new Set(bytes).size).toBe(1);
    }
    await Promise.all(writes);
  });

  it('shows no half-written and no stray file after a write that failed', async () => {
    const place = await mkdtemp(join(tmpdir(), 'blobs-'));
    await writeFile(join(place, 'taken'), 'a file where a folder is wanted');
    const store = openBlobStore(String(pathToFileURL(place)));
    await expect(store.put('taken/inside', text('x'), 'text/plain')).rejects.toThrow('failed');
    expect(await readdir(place)).toEqual(['taken']);
    await rm(place, { recursive: true });
  });

  it('is empty before its folder exists', async () => {
    const store = openBlobStore(String(pathToFileURL(join(tmpdir(), `absent-${randomUUID()}`))));
    expect(await store.list('')).toEqual([]);
    expect(await store.get('a')).toBeUndefined();
  });
});

describe('an S3 bucket', () => {
  it('follows the pages of a long listing', async () => {
    const page = (keys: string[], next?: string) =>
      `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Prefix>m/</Prefix>${keys
        .map((key) => `<Contents><Key>${key}</Key><Owner><ID>1</ID></Owner></Contents>`)
        .join(
          '',
        )}<IsTruncated>${Boolean(next)}</IsTruncated>${next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}</ListBucketResult>`;
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(asked.length === 1 ? page(['m/b', 'm/a'], 'to+ken/=') : page(['m/c']));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await openBlobStore(`s3://k:s@127.0.0.1:${port}/bucket/m?tls=off`).list('')).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(new URL(asked[1] ?? '', 'http://x').searchParams.get('continuation-token')).toBe('to+ken/=');
    server.close();
  });

  it('says so when the key is unknown or the bucket is missing', async () => {
    const stranger = openBlobStore(s3Address('paper').replace('S3RVER:', 'STRANGER:'));
    await expect(stranger.get('a')).rejects.toThrow('InvalidAccessKeyId');
    await expect(openBlobStore(s3Address('nowhere')).get('a')).rejects.toThrow('NoSuchBucket');
  });

  it('says so when nothing listens', async () => {
    const closed = openBlobStore('s3://k:s@127.0.0.1:9/bucket?tls=off');
    await expect(closed.get('a')).rejects.toThrow('did not answer');
  });
});

it('refuses addresses that it cannot use', () => {
  expect(() => openBlobStore('ftp://host/folder')).toThrow('file:// or s3://');
  expect(() => openBlobStore('media')).toThrow('file:// or s3://');
  expect(() => openBlobStore('s3://host/bucket')).toThrow('key, secret or bucket');
  expect(() => openBlobStore('s3://k:s@host')).toThrow('key, secret or bucket');
});
