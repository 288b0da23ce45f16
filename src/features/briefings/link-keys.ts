import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '#platform/database.ts';
import { findSetting } from '#platform/settings.repo.ts';
import { insertLinkKeys } from './link-keys.repo.ts';

const SETTING = 'briefing-link-keys';
const keysSchema = z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1);

const toKeys = (value: unknown): Buffer[] => keysSchema.parse(value).map((hex) => Buffer.from(hex, 'hex'));

/**
 * The keys that links are signed with, made at the first call. They lie in the database, so that all nodes have the same
 * ones and a backup keeps the links in readers' mailboxes alive.
 */
export async function ensureLinkKeys(db: Db, now: Date): Promise<Buffer[]> {
  const known = await findSetting(db, SETTING);
  if (known !== undefined) return toKeys(known);
  await insertLinkKeys(db, SETTING, [randomBytes(32).toString('hex')], now);
  return toKeys(await findSetting(db, SETTING));
}
