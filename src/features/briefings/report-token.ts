import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '#platform/database.ts';
import { findSetting, saveSetting } from '#platform/settings.repo.ts';

const SETTING = 'mail-report-token';
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes a new token for the webhook of bounces and complaints; the one before it is good for nothing any more. */
export async function renewReportToken(db: Db, now: Date): Promise<string> {
  const token = `mail_${randomBytes(32).toString('base64url')}`;
  await saveSetting(db, SETTING, hashOf(token), now);
  return token;
}

/** Compares in constant time, also where no token was ever made. */
export async function isReportToken(db: Db, token: string): Promise<boolean> {
  const stored = await findSetting(db, SETTING);
  const known = typeof stored === 'string';
  const expected = Buffer.from(known ? stored : '0'.repeat(64), 'hex');
  return timingSafeEqual(expected, Buffer.from(hashOf(token), 'hex')) && known;
}
