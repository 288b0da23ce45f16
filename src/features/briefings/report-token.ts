import { hashToken, isToken, makeToken } from '#platform/bearer-token.ts';
import type { Db } from '#platform/database.ts';
import { findSetting, saveSetting } from '#platform/settings.repo.ts';

const SETTING = 'mail-report-token';

/** Makes a new token for the webhook of bounces and complaints; the one before it is good for nothing any more. */
export async function renewReportToken(db: Db, now: Date): Promise<string> {
  const token = makeToken('mail');
  await saveSetting(db, SETTING, hashToken(token), now);
  return token;
}

/** Compares in constant time, also where no token was ever made. */
export async function isReportToken(db: Db, token: string): Promise<boolean> {
  const stored = await findSetting(db, SETTING);
  return isToken(token, typeof stored === 'string' ? stored : undefined);
}
