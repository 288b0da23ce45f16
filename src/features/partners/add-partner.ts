import { randomBytes } from 'node:crypto';
import { AppError } from '#lib/errors.ts';
import { hashToken, makeToken } from '#platform/bearer-token.ts';
import type { Db } from '#platform/database.ts';
import { parseOutsideUrl } from '#platform/guarded-fetch/outside-url.ts';
import { findPartnerByName, insertPartner, updatePartner } from './partners.repo.ts';
import type { PartnerFormat, PartnerRow } from './partners.tables.ts';

export type AddPartner = {
  name: string;
  format: PartnerFormat;
  text: 'full' | 'short';
  edition?: string;
  sectionId?: number;
  wire: boolean;
  terms?: string;
  pushUrl?: string;
};

/** What is shown once and never again. */
export type PartnerSecrets = { key: string; pushSecret?: string };

/** A secret that pushes are signed with, as the Standard Webhooks specification writes it. */
const makePushSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

const NAME = /^[a-z0-9]+([-_.][a-z0-9]+)*$/;

/**
 * Adds a partner; one of that name that was removed comes back with the new settings and a new key.
 * @throws AppError bad_input for a name, an address or a format that cannot be; conflict where the name is taken
 */
export async function addPartner(
  db: Db,
  { name, format, text, edition, sectionId, wire, terms = '', pushUrl }: AddPartner,
  now: Date,
): Promise<{ partner: PartnerRow } & PartnerSecrets> {
  if (!NAME.test(name))
    throw new AppError('bad_input', `"${name}" is no name; write small letters, digits, dots and hyphens.`);
  if (pushUrl !== undefined) checkPush(pushUrl, format);
  const key = makeToken('partner');
  const pushSecret = pushUrl === undefined ? undefined : makePushSecret();
  const settings = {
    ...{ format, text, wire, terms, key_hash: hashToken(key) },
    edition: edition ?? null,
    section_id: sectionId ?? null,
    push_url: pushUrl ?? null,
    push_secret: pushSecret ?? null,
    ...{ failing_since: null, failures: 0, stopped: null, removed_at: null },
  };
  const known = await findPartnerByName(db, name);
  if (known && !known.removed_at) throw new AppError('conflict', `There is a partner ${name} already.`);
  if (known) await updatePartner(db, known.id, settings);
  else await insertPartner(db, { name, created_at: now, ...settings });
  const partner = await findPartnerByName(db, name);
  if (!partner || partner.key_hash !== settings.key_hash)
    throw new AppError('conflict', `There is a partner ${name} already.`);
  return { partner, key, pushSecret };
}

function checkPush(url: string, format: PartnerFormat): void {
  if (format === 'rss')
    throw new AppError(
      'bad_input',
      'RSS cannot say that an article must not be used: it is not pushed. Take atom.',
    );
  parseOutsideUrl(url);
}

/** A new key in place of the old one, which stops working at once. */
export async function renewKey(db: Db, name: string): Promise<string> {
  const partner = await getPartner(db, name);
  const key = makeToken('partner');
  await updatePartner(db, partner.id, { key_hash: hashToken(key) });
  return key;
}

/** Nothing goes to the partner any more, and its key opens nothing. */
export async function removePartner(db: Db, name: string, now: Date): Promise<void> {
  const partner = await getPartner(db, name);
  await updatePartner(db, partner.id, { removed_at: now });
}

export async function getPartner(db: Db, name: string): Promise<PartnerRow> {
  const partner = await findPartnerByName(db, name);
  if (!partner || partner.removed_at) throw new AppError('not_found', `There is no partner ${name}.`);
  return partner;
}
