import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#lib/errors.ts';

/** PostgreSQL refuses to run as root. An account says how to run it, and who must own its files. */
export type Account = {
  /** Words that go before the command. */
  prefix: string[];
  /** Given to spawn, where the program is root and steps down. */
  identity: { uid: number; gid: number } | undefined;
};

type PasswdEntry = { name: string; uid: number; gid: number };

function readPasswd(): PasswdEntry[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter((entry) => entry.name !== '' && entry.uid > 0);
  } catch {
    return [];
  }
}

const findUser = (name: string): PasswdEntry | undefined => readPasswd().find((entry) => entry.name === name);

/** The user that root steps down to: `postgres`, made where it is missing and the tools are there, else `nobody`. */
function findOrAddUser(): PasswdEntry | undefined {
  const existing = findUser('postgres');
  if (existing) return existing;
  const added = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  return (added.status === 0 ? findUser('postgres') : undefined) ?? findUser('nobody');
}

function mayPass(folder: string, user: PasswdEntry): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), path];
}

const firstClosed = (folders: string[], user: PasswdEntry): string | undefined =>
  folders.flatMap(ancestors).find((folder) => !mayPass(folder, user));

/**
 * A user namespace where our own id carries another number: to the kernel still the owner of our files, to PostgreSQL
 * no root. The number must be one that /etc/passwd knows, or initdb finds no name for itself.
 */
function findNamespace(user: PasswdEntry | undefined): Account | undefined {
  if (process.platform !== 'linux' || !user) return undefined;
  const prefix = ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`];
  const [command = '', ...rest] = prefix;
  const tried = spawnSync(command, [...rest, 'true'], { stdio: 'ignore' });
  return tried.status === 0 ? { prefix, identity: undefined } : undefined;
}

function stepDownFromRoot(folders: string[]): Account {
  const user = findOrAddUser();
  if (!user)
    throw new AppError(
      'unavailable',
      'PostgreSQL does not run as root, and this system has no user "postgres" or "nobody" to run it as. Add one, start the paper as another user, or set DATABASE_URL.',
    );
  const closed = firstClosed(folders, user);
  if (closed === undefined) return { prefix: [], identity: { uid: user.uid, gid: user.gid } };
  const namespace = findNamespace(user);
  if (namespace) return namespace;
  throw new AppError(
    'unavailable',
    `PostgreSQL does not run as root, and the user ${user.name} cannot pass through ${closed}. Let it pass (chmod o+x ${closed}), move the paper elsewhere, start it as the user who owns that folder, or set DATABASE_URL.`,
  );
}

/**
 * How to run PostgreSQL here.
 * @param folders existing folders that it must be able to pass through: its programs, and where its data will lie.
 */
export function chooseAccount(folders: string[]): Account {
  const uid = process.getuid?.();
  if (uid === 0) return stepDownFromRoot(folders);
  const named = uid === undefined || readPasswd().some((entry) => entry.uid === uid);
  // A container started with a bare number (`--user 12345`) has no name, which initdb wants.
  const namespace = named ? undefined : findNamespace(findUser('nobody'));
  return namespace ?? { prefix: [], identity: undefined };
}
