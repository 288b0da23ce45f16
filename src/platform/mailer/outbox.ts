import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monotonicMs } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import type { Envelope } from './mailer.ts';
import type { Outcome } from './outcome.ts';

const fileSafe = (text: string): string => text.replace(/[^\p{L}\p{N}@.+-]+/gu, '_').slice(0, 80);

/** Writes a message into a folder instead of sending it; it stands there whole or not at all. */
export async function writeToOutbox(folder: string, envelope: Envelope, message: Buffer): Promise<Outcome> {
  const name = `${process.pid}-${Math.round(monotonicMs() * 1000)}-${fileSafe(envelope.to)}.eml`;
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.part`, message);
    await rename(`${path}.part`, path);
    return { state: 'accepted', response: path };
  } catch (thrown) {
    return { state: 'away', reason: messageOf(thrown) };
  }
}
