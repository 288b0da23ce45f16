import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'dateline');
const READY_WITHIN_MS = 100_000;

export type RunningPaper = {
  /** Without a slash at the end. */
  url: string;
  /** Runs `dateline …` on the paper's database and returns what it printed. */
  dateline: (...words: string[]) => Promise<string>;
  stop: () => Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port was free');
  return address.port;
}

/** Starts the real program on a fresh data folder, and waits until the paper can be read whole. */
export async function startPaper(settings: Record<string, string> = {}): Promise<RunningPaper> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-e2e-'));
  // Root's PostgreSQL runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE_URL: '',
    DATELINE_DATA: join(folder, 'data'),
    PORT: String(port),
    ...settings,
  };
  const child = spawn(PROGRAM, ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(String(bytes)));
  // Where the run itself is broken off, the paper goes with it.
  const stopNow = () => child.kill('SIGTERM');
  process.once('exit', stopNow);
  const stop = async () => {
    process.off('exit', stopNow);
    await stopChild(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(url, child);
  } catch (thrown) {
    await stop();
    throw new Error(`The paper did not start: ${String(thrown)}\n${said.join('').slice(-4000)}`);
  }
  const run = promisify(execFile);
  const dateline = async (...words: string[]) => (await run(PROGRAM, words, { env })).stdout.trim();
  return { url, dateline, stop };
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = AbortSignal.timeout(READY_WITHIN_MS);
  while (child.exitCode === null) {
    const ready = await fetch(`${url}/readyz`, { signal: deadline }).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    if (deadline.aborted) throw new Error(`not ready after ${READY_WITHIN_MS / 1000} s`);
    await pause(100);
  }
  throw new Error(`it ended with status ${child.exitCode}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
