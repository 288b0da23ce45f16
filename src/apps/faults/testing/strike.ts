import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from './stage.ts';

/** What is struck in a round. */
export const TARGETS = ['web', 'worker', 'postgres', 'line'] as const;
export type Target = (typeof TARGETS)[number];

export type Strike = {
  target: Target;
  /** Which of the round's ways to strike: PostgreSQL itself or one of its sessions; a line that is closed or falls silent. */
  other: boolean;
  /** How long a line stays cut. */
  cutMs: number;
};

/** When a node was killed, and how long the target was away. */
export type Struck = { at: number; awayMs: number };

/** Kills or cuts the target, and has it started again or mended. PostgreSQL is started again by who looks after it. */
export async function strike(stage: Stage, { target, other, cutMs }: Strike): Promise<Struck> {
  const { postmaster, session } = await stage.postgres();
  const at = performance.now();
  if (target === 'line') {
    stage.line.cut(other ? 'silent' : 'refused');
    await pause(cutMs);
    stage.line.mend();
    await untilReady(stage);
  } else if (target === 'postgres') {
    process.kill(other ? session : postmaster, 'SIGKILL');
    await pause(50);
    await untilReady(stage);
  } else {
    const struck = target === 'web' ? stage.nodes[0] : stage.worker;
    await struck.kill();
    await struck.start();
  }
  return { at, awayMs: performance.now() - at };
}

/** Until both nodes reach the database and hear from it. */
async function untilReady({ nodes }: Stage): Promise<void> {
  for (const { origin } of nodes)
    while ((await fetch(`${origin}/readyz`).catch(() => undefined))?.status !== 200) await pause(20);
}
