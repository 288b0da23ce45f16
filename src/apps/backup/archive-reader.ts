import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError, messageOf } from '#lib/errors.ts';
import { ARCHIVE_FORMAT, formatSchema, MANIFEST_NAME, type Manifest, manifestSchema } from './manifest.ts';
import { readTar, type TarEntry } from './tar-reader.ts';

/** The parts of an archive in its order, the manifest last. Throws `bad_input` where the file is damaged. */
export async function* readArchive(file: string): AsyncGenerator<TarEntry> {
  const unpacked = createGunzip();
  pipeline(createReadStream(file), unpacked, () => {});
  try {
    yield* readTar(unpacked);
  } catch (thrown) {
    throw explain(thrown, file);
  } finally {
    unpacked.destroy();
  }
}

function explain(thrown: unknown, file: string): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (code.startsWith('Z_') || thrown instanceof AppError)
    return new AppError('bad_input', `${file} is damaged: ${messageOf(thrown)}. Restore another backup.`, {
      cause: thrown,
    });
  if (/^E[A-Z]+$/.test(code))
    return new AppError('not_found', `${file} cannot be read: ${messageOf(thrown)}.`, { cause: thrown });
  return thrown;
}

/**
 * Reads an archive through and compares every part with the manifest, before anything is done with it. Throws
 * `bad_input` where a byte of it is not as it was written, and `conflict` where a newer Dateline made it.
 */
export async function checkArchive(file: string): Promise<Manifest> {
  const seen: { name: string; sha256: string }[] = [];
  let manifest: Manifest | undefined;
  for await (const { name, bytes } of readArchive(file)) {
    if (name === MANIFEST_NAME) manifest = parseManifest(bytes, file);
    else seen.push({ name, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  if (!manifest)
    throw new AppError('bad_input', `${file} is no backup of Dateline: it has no ${MANIFEST_NAME}.`);
  const { parts } = manifest;
  const wrong = parts.find(
    ({ name, sha256 }, index) => seen[index]?.name !== name || seen[index].sha256 !== sha256,
  );
  if (wrong || seen.length !== parts.length)
    throw new AppError(
      'bad_input',
      `${file} is damaged: ${wrong?.name ?? seen.at(-1)?.name} is not as it was written. Restore another backup.`,
    );
  return manifest;
}

function parseManifest(bytes: Buffer, file: string): Manifest {
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    const { format, program } = formatSchema.parse(json);
    if (format > ARCHIVE_FORMAT)
      throw new AppError(
        'conflict',
        `${file} was made by a newer Dateline (${program}). Restore it with that one.`,
      );
    return manifestSchema.parse(json);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError(
      'bad_input',
      `${file} is damaged: its ${MANIFEST_NAME} cannot be read. Restore another backup.`,
      {
        cause: thrown,
      },
    );
  }
}
