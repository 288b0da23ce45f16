import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import type { SenderProcess } from './sender-process.ts';

const SCRIPT = `
  import { runnerImport } from 'vite';
  const { module } = await runnerImport(${JSON.stringify(join(import.meta.dirname, 'sender-process.ts'))}, {
    root: ${JSON.stringify(PROGRAM_FOLDER)}, configFile: false, logLevel: 'error', oxc: { jsx: { runtime: 'automatic' } },
  });
  await module.sendForEver(JSON.parse(process.argv[1]));
`;

/** A sender in a process of its own, so that it can be killed. */
export const spawnSender = (options: SenderProcess): ChildProcess =>
  spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, JSON.stringify(options)], {
    cwd: PROGRAM_FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** Ends a sender at once, wherever it is. */
export async function killSender(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
