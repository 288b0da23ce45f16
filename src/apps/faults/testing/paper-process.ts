import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';

/** One process of the paper as its operator runs it, which can be killed and started again at the same address. */
export type PaperProcess = {
  /** Where it answers; empty of a worker. */
  origin: string;
  /** False from just before it is killed until it can be read again. */
  alive: boolean;
  /** Ends it at once, as the kernel does when memory is out. */
  kill: () => Promise<void>;
  /** Starts it and waits until it works. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** Lines of its log that a person should look at. */
  errors: () => string[];
};

const START_WITHIN_MS = 60_000;
const ENTRY = join(PROGRAM_FOLDER, 'dist', 'server', 'cli.js');
/** What each role says once it works: the web node in a sentence, the worker in its log. */
const WORKS = { web: /listening on (http:\S+?)\)/, worker: /the paper can be read/ };

/** Starts `dateline start` in a role. Of the environment it gets the settings and nothing else. */
export async function startPaper(
  role: 'web' | 'worker',
  settings: Record<string, string>,
): Promise<PaperProcess> {
  let child: ChildProcess | undefined;
  let said = '';
  let port = '0';
  const paper: PaperProcess = {
    origin: '',
    alive: false,
    kill: async () => {
      paper.alive = false;
      await end(child, 'SIGKILL');
    },
    stop: async () => {
      paper.alive = false;
      await end(child, 'SIGTERM');
    },
    start: async () => {
      const begun = said.length;
      child = spawn(process.execPath, [ENTRY, 'start'], {
        cwd: PROGRAM_FOLDER,
        env: { NODE_ENV: 'production', DATELINE_DEMO: 'off', DATELINE_ROLE: role, PORT: port, ...settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const hear = (chunk: Buffer) => {
        said += chunk;
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      const found = await until(
        () => WORKS[role].exec(said.slice(begun)),
        child,
        () => said.slice(begun),
      );
      if (found[1]) paper.origin = found[1];
      if (found[1]) port = new URL(found[1]).port;
      if (role === 'web') await untilReady(paper.origin);
      paper.alive = true;
    },
    errors: () => said.split('\n').filter((line) => /"level":(50|60)/.test(line)),
  };
  await paper.start();
  return paper;
}

async function until<T>(look: () => T | null, child: ChildProcess, said: () => string): Promise<T> {
  const deadline = performance.now() + START_WITHIN_MS;
  for (;;) {
    const found = look();
    if (found) return found;
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the paper did not start:\n${said()}`);
    }
    await pause(10);
  }
}

async function untilReady(origin: string): Promise<void> {
  const deadline = performance.now() + START_WITHIN_MS;
  while (performance.now() < deadline) {
    const ready = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (ready?.status === 200) return;
    await pause(20);
  }
  throw new Error(`${origin} did not become ready`);
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
