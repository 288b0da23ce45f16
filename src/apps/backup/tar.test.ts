import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { readTar } from './tar-reader.ts';
import { TAR_END, toTarEntry } from './tar-writer.ts';

const AT = new Date('2031-03-01T10:00:00Z');
const FILES = [
  { name: 'tables/article/000001.copy', bytes: Buffer.from('1\tHafen geschlossen – 안개\n') },
  { name: 'empty', bytes: Buffer.alloc(0) },
  { name: 'blobs/original/ab/whole-block.jpg', bytes: Buffer.alloc(1024, 0xff) },
];
const archive = Buffer.concat([...FILES.flatMap(({ name, bytes }) => toTarEntry(name, bytes, AT)), TAR_END]);

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it('the tar of the system lists and unpacks what was written', () => {
  const list = execFileSync('tar', ['tf', '-'], { input: archive, encoding: 'utf8' });
  expect(list.trim().split('\n')).toEqual(FILES.map(({ name }) => name));
  const out = execFileSync('tar', ['xOf', '-', FILES[0]?.name ?? ''], { input: archive });
  expect(out).toEqual(FILES[0]?.bytes);
});

it.each([1, 100, 512, 100_000])('reads back every file from pieces of %i bytes', async (size) => {
  const found = [];
  for await (const { name, bytes } of readTar(inPieces(archive, size)))
    found.push({ name, bytes: Buffer.from(bytes) });
  expect(found).toEqual(FILES);
});

it('says so where an archive ends too early or a header is not right', async () => {
  const readAll = async (bytes: Buffer) => {
    for await (const _ of readTar(inPieces(bytes, 700)));
  };
  await expect(readAll(archive.subarray(0, 900))).rejects.toThrow('ends too early');
  await expect(readAll(archive.subarray(0, archive.length - 1024))).rejects.toThrow('ends too early');
  const wrong = Buffer.from(archive);
  wrong[3] = 0x7a;
  await expect(readAll(wrong)).rejects.toThrow('header');
});

it('refuses names that a header cannot hold', () => {
  expect(() => toTarEntry('a'.repeat(101), Buffer.alloc(0), AT)).toThrow('cannot be the name');
  expect(() => toTarEntry('ä', Buffer.alloc(0), AT)).toThrow('cannot be the name');
});
