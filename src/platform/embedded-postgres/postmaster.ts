import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import type { Account } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';
import { asAccount, POSTGRES_ENVIRONMENT } from './cluster.ts';
import { explainPostgresFailure } from './failures.ts';
import { findPostmaster, type Postmaster } from './postmaster-file.ts';

export type PostmasterOptions = {
  binaries: PostgresBinaries;
  account: Account;
  folder: string;
  socketFolder: string;
  /** False only for tests: nothing is forced to disk. */
  durable: boolean;
  /** Told each line that PostgreSQL prints after it has started. */
  say: (line: string) => void;
};

export type RunningPostmaster = Postmaster & {
  exited: Promise<void>;
  /** Ends every session and stops at once, with its files clean. */
  stop: () => Promise<void>;
};

/**
 * Stops PostgreSQL when the pipe on its input closes, which the kernel does whenever we end, however we end. It runs in
 * a session of its own, so that Ctrl-C reaches us alone and we stop first.
 */
const WATCHDOG = `
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
echo "postmaster $postgres" >&2
(read -r _ <&3; kill -INT $postgres) 2>/dev/null &
watch=$!
wait $postgres
code=$?
kill $watch 2>/dev/null
exit $code
`;

/** For a paper on one machine beside its own database; a larger one sets DATABASE_URL. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  // Compiling a plan costs more than any of our queries takes.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Errors of a statement reach whoever asked; printed twice they only frighten.
  log_min_messages: 'log',
};

const SETTINGS_WITHOUT_DISK: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
  // Making and dropping databases writes a checkpoint each; these keep one from waiting for the other.
  autovacuum: 'off',
};

function toWords(options: PostmasterOptions): string[] {
  const settings = {
    ...SETTINGS,
    ...(options.durable ? {} : SETTINGS_WITHOUT_DISK),
    unix_socket_directories: options.socketFolder,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return [options.binaries.postgres, '-D', options.folder, ...flags];
}

function spawnUnderWatch(options: PostmasterOptions): ChildProcess {
  const { command, words } = asAccount(options.account, ['sh', '-c', WATCHDOG, 'sh', ...toWords(options)]);
  return spawn(command, words, {
    ...options.account.identity,
    cwd: '/',
    detached: true,
    env: POSTGRES_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

/**
 * The lock file may be that of another process which was quicker: only our own counts. Ours then ends by itself.
 * @param state what is known of our process by now.
 */
async function untilReady(
  options: PostmasterOptions,
  state: { pid: number; ended: boolean },
): Promise<Postmaster | undefined> {
  const started = monotonicMs();
  let told = false;
  while (!state.ended) {
    const found = await findPostmaster(options.folder);
    if (found?.ready && found.pid === state.pid) return found;
    if (!told && monotonicMs() - started > 3000) {
      told = true;
      options.say('PostgreSQL is bringing its files in order after it was cut off; this can take a minute.');
    }
    await sleep(10);
  }
  return undefined;
}

/** Starts PostgreSQL and waits until it takes connections. Throws the sentence of `failures.ts` where it does not. */
export async function startPostmaster(options: PostmasterOptions): Promise<RunningPostmaster> {
  const child = spawnUnderWatch(options);
  const state = { pid: 0, ended: false, ready: false, stopping: false, output: '' };
  const exited = new Promise<void>((resolve) => {
    const end = (said: string) => {
      state.output += said;
      state.ended = true;
      resolve();
    };
    child.once('error', (error) => end(messageOf(error)));
    child.once('close', () => end(''));
  });
  child.stdin?.on('error', () => {});
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      const own = /^postmaster (\d+)$/.exec(line)?.[1];
      if (own) state.pid = Number(own);
      else if (!state.ready) state.output += `${line}\n`;
      else if (!state.stopping) options.say(line);
    });
  const found = await untilReady(options, state);
  if (!found) throw explainPostgresFailure(state.output, options.folder);
  state.ready = true;
  return {
    ...found,
    exited,
    stop: () => {
      state.stopping = true;
      child.stdin?.end();
      return exited;
    },
  };
}
