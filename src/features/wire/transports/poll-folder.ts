import { messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { Receive } from '../receive.ts';
import type { WireSourceRow } from '../wire.tables.ts';
import type { FileSession, RemoteFile } from './file-session.ts';
import { forgetSeen, listSeen, saveSeen } from './seen.repo.ts';

export type FolderVisit = {
  db: Db;
  source: WireSourceRow;
  session: FileSession;
  receive: Receive;
  /** The folder's address without a password and without a slash at the end: what files are named by. */
  url: string;
  now: Date;
};

/** What a look into a folder brought. `left` says why files were not taken, for the person who looks after the source. */
export type Haul = { items: number; taken: number; left: string[] };

/** Of one look: what keeps one source from starving the others. More waits for the next look. */
export const BUDGET = { files: 200, bytes: 64 * 1024 * 1024, fileBytes: 32 * 1024 * 1024, names: 20_000 };
/** A file that nobody has written to for so long is whole at first sight. */
const SETTLED_MS = 5 * 60_000;
/** Names that other programs give to what they are still writing. */
const UNFINISHED = /(?:^\.|\.(?:part|partial|filepart|tmp|temp|crdownload|lock|writing|inprogress)$|~$)/i;

/**
 * Takes the new and changed files of a folder, the oldest first. A file is taken once its stamp has stayed the same from
 * one look to the next, or is old. What was taken is remembered after it was received: a crash before that means that it
 * is received again, which does no harm.
 */
export async function pollFolder(visit: FolderVisit): Promise<Haul> {
  const { db, source, session, now } = visit;
  const haul: Haul = { items: 0, taken: 0, left: [] };
  const seen = await listSeen(db, source.id);
  const listed = await session.list();
  if (listed.length > BUDGET.names)
    haul.left.push(`The folder holds ${listed.length} files; only ${BUDGET.names} are looked at.`);
  const files = listed.slice(0, BUDGET.names).filter((file) => isWanted(file, haul));
  await forgetSeen(
    db,
    source.id,
    [...seen.keys()]
      .filter((name) => !name.startsWith('#') && !files.some((file) => file.name === name))
      .slice(0, 1_000),
  );
  const fresh = files.filter(
    ({ name, stamp }) => !(seen.get(name)?.taken && seen.get(name)?.stamp === stamp),
  );
  const whole = fresh.filter((file) => seen.get(file.name)?.stamp === file.stamp || isSettled(file, now));
  const growing = fresh.filter((file) => !whole.includes(file));
  await saveSeen(
    db,
    source.id,
    growing.map(({ name, stamp }) => ({ name, stamp, taken: false })),
    now,
  );
  whole.sort(
    (a, b) => (a.modified?.getTime() ?? 0) - (b.modified?.getTime() ?? 0) || (a.name < b.name ? -1 : 1),
  );
  let bytes = 0;
  for (const file of whole) {
    if (haul.taken >= BUDGET.files || (bytes > 0 && bytes + file.size > BUDGET.bytes)) break;
    bytes += await takeFile(visit, file, haul);
  }
  return haul;
}

const isSettled = ({ modified }: RemoteFile, now: Date): boolean =>
  modified !== undefined && now.getTime() - modified.getTime() > SETTLED_MS;

/** A name is one of a file in this folder, and nothing else: no way up, no command to the server, no file half written. */
function isWanted({ name }: RemoteFile, haul: Haul): boolean {
  const odd =
    name.length > 255 || /[/\\]|\p{Cc}/u.test(name) || /^\.{0,2}$/.test(name) || !name.isWellFormed();
  if (odd)
    haul.left.push(`The name "${name.replace(/\p{C}/gu, '?').slice(0, 80)}" is none of a file; it was left.`);
  return !odd && !UNFINISHED.test(name);
}

async function takeFile(
  { db, source, session, receive, url, now }: FolderVisit,
  file: RemoteFile,
  haul: Haul,
): Promise<number> {
  const { name, stamp } = file;
  const taken = () => saveSeen(db, source.id, [{ name, stamp, taken: true }], now);
  if (file.size > BUDGET.fileBytes) {
    haul.left.push(`${name} has ${file.size} bytes; no file of more than ${BUDGET.fileBytes} is read.`);
    await taken();
    return 0;
  }
  const bytes = await session.read(name, BUDGET.fileBytes);
  const received = await receive(source, {
    bytes,
    name: `${url}/${encodeURIComponent(name)}`,
    receivedAt: now,
  });
  await taken();
  haul.taken += 1;
  haul.items += received.items.length;
  if (received.reason !== undefined) haul.left.push(`${name}: ${messageOf(received.reason)}`);
  return bytes.byteLength;
}
