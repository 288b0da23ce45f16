import { setTimeout } from 'node:timers/promises';
import { monotonicMs } from '#lib/clock.ts';

/** Numbers to visit out of a block of rows, and the last number of the block; absent after the end. */
export type Block = { ids: number[]; last?: number };

/**
 * Visits rows that must be made anew, block by block. `gently`, beside a running paper: it rests as long as it works. Stopped, it goes on
 * with the rest when it is called again, for what was visited is not listed any more.
 * @returns how many were visited.
 */
export async function walkBlocks(
  list: (after: number) => Promise<Block>,
  visit: (id: number) => Promise<void>,
  { signal, gently }: { signal: AbortSignal | undefined; gently: boolean },
): Promise<number> {
  let done = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const block = await list(after);
    for (const id of block.ids) {
      if (signal?.aborted) return done;
      const begun = monotonicMs();
      await visit(id);
      done += 1;
      await setTimeout(gently ? monotonicMs() - begun : 0);
    }
    after = block.last;
  }
  return done;
}
