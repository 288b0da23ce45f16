import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';

export type PaperNode = {
  origin: string;
  process: ChildProcess;
  stop: () => Promise<void>;
};

const START_WITHIN_MS = 60_000;

/** Starts the real program and waits until it listens. What it says is kept and shown only if it ends too early. */
export async function startNode(settings: Record<string, string>): Promise<PaperNode> {
  const child = spawn(join(PROGRAM_FOLDER, 'bin/dateline'), ['start'], {
    // Only these: nothing of whoever runs the bench may reach the paper.
    env: { PATH: process.env.PATH, DATELINE_DEMO: 'off', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const origin = await untilListening(child);
  return { origin, process: child, stop: () => stopNode(child) };
}

function untilListening(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the paper did not start in time:\n${said}`));
    }, START_WITHIN_MS);
    const hear = (chunk: Buffer) => {
      if (said.length < 100_000) said += chunk;
      const origin = /listening on (http:\S+?)\)/.exec(said)?.[1];
      if (!origin) return;
      clearTimeout(timer);
      resolve(origin);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the paper ended with ${code}:\n${said}`));
    });
  });
}

async function stopNode(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(timer);
}
