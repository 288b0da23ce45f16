import { AppError } from '#lib/errors.ts';
import { hashToken, makeToken } from '#platform/bearer-token.ts';
import type { Db } from '#platform/database.ts';
import { insertSource, markSourceRemoved } from './sources.repo.ts';
import { saveSecret } from './transports/secrets.repo.ts';
import { forgetAllSeen } from './transports/seen.repo.ts';
import { parseSourceAddress, splitPassword, transportOf } from './transports/source-address.ts';
import { deleteSubscription } from './websub/websub.repo.ts';
import type { WireSourceKind, WireSourceRow } from './wire.tables.ts';
import type { WireFormat } from './wire-item.schema.ts';

export type AddSource = {
  /** Lower-case letters, digits and single `-`, `_` or `.` between them: it names a folder and a part of an address. */
  name: string;
  kind: WireSourceKind;
  /** Of a source that is polled. */
  url?: string;
  /** Absent: found out from the content. */
  format?: WireFormat;
  edition: string;
  sectionId?: number;
  /** Whether its stories go out by themselves; else they wait for the desk. */
  publish?: boolean;
  everySeconds?: number;
  /** Of a source by FTP, SFTP or IMAP. One in the address counts as well; it is kept apart and never shown again. */
  password?: string;
  /** The mailbox that mails are moved to once they are read; absent: they stay. */
  moveTo?: string;
};

const NAME = /^[a-z0-9]+([-_.][a-z0-9]+)*$/;
const DAY_SECONDS = 86_400;

/**
 * Adds a source. One that posts to us gets a bearer token, which is answered here and never again: only its hash is stored.
 * A name that was removed before comes back with what it brought.
 * @throws AppError bad_input for a name, address or interval that cannot be used; conflict where the name is in use.
 */
export async function addSource(db: Db, add: AddSource): Promise<{ source: WireSourceRow; token?: string }> {
  checkSource(add);
  const token = add.kind === 'push' ? makeToken('wire') : undefined;
  const { url, password } = splitPassword(add.kind === 'url' ? (add.url ?? '') : '');
  const source = await insertSource(db, {
    name: add.name,
    kind: add.kind,
    url: add.kind === 'url' ? url : null,
    move_to: add.moveTo ?? null,
    format: add.format ?? null,
    edition: add.edition,
    section_id: add.sectionId ?? null,
    publish: add.publish ?? false,
    every_seconds: add.everySeconds ?? 60,
    token_hash: token === undefined ? null : hashToken(token),
  });
  if (!source) {
    throw new AppError(
      'conflict',
      `There is a source named ${add.name} already. Remove it first, or take another name.`,
    );
  }
  await forgetAllSeen(db, source.id);
  await deleteSubscription(db, source.id);
  await saveSecret(db, source.id, add.password ?? password);
  return { source, token };
}

/**
 * Takes a source out of use. Its items and stories stay.
 * @throws AppError not_found
 */
export async function removeSource(db: Db, name: string, at: Date): Promise<WireSourceRow> {
  const removed = await markSourceRemoved(db, name, at);
  if (!removed) throw new AppError('not_found', `There is no source named ${name}.`);
  await saveSecret(db, removed.id, undefined);
  return removed;
}

function checkSource({ name, kind, url, everySeconds, moveTo }: AddSource): void {
  if (!NAME.test(name) || name.length > 60) {
    throw new AppError(
      'bad_input',
      `A source cannot be named "${name}". Use up to 60 lower-case letters and digits, with single "-", "_" or "." between them, such as yonhap-en.`,
    );
  }
  if (kind === 'url' && !(url && URL.canParse(url))) {
    throw new AppError(
      'bad_input',
      `"${(url ?? '').replace(/\/\/[^/@]*@/, '//…@')}" is not an address. Write it whole, such as https://agency.example/feed.xml.`,
    );
  }
  const transport = kind === 'url' && url !== undefined ? transportOf(url) : undefined;
  if (url !== undefined && transport !== undefined && transport !== 'http') parseSourceAddress(url);
  if (moveTo !== undefined && transport !== 'imap')
    throw new AppError('bad_input', 'Only the mails of a mailbox can be moved once they are read.');
  if (
    everySeconds !== undefined &&
    !(Number.isInteger(everySeconds) && everySeconds >= 1 && everySeconds <= DAY_SECONDS)
  ) {
    throw new AppError(
      'bad_input',
      'A source can be polled every 1 second at the most and once a day at the least.',
    );
  }
}
