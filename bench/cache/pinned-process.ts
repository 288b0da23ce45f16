import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const canPin = spawnSync('taskset', ['--version']).status === 0;

/** Whether processes can be held to a core here; without it the two sides of a bench disturb each other. */
export const pinning = (): string =>
  canPin ? 'server on core 0, load on core 1' : 'not pinned: no taskset here';

/** Holds a process with all its threads to a core, where that can be done. */
export const pin = (child: ChildProcess, core: number): void => {
  if (canPin && child.pid !== undefined)
    spawnSync('taskset', ['-a', '-p', '-c', String(core), String(child.pid)]);
};

/** A Node process on core 0 that talks over IPC. */
export const forkServer = (file: string, args: readonly string[]): ChildProcess => {
  const child = fork(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  pin(child, 0);
  return child;
};

/** The next IPC message; its shape is the bench server's promise. */
export const nextMessage = async <T>(child: ChildProcess): Promise<T> => {
  const [message] = (await once(child, 'message')) as [T];
  return message;
};

/** Runs a program on core 1 to its end and returns what it printed. Throws if it fails. */
export const runLoad = async (args: readonly string[]): Promise<string> => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  pin(child, 1);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the load generator ended with ${code}`);
  return printed;
};
