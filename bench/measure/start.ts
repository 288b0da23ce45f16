import { median } from '../cache/compare-with-bare.ts';
import { startNode } from '../paper/run-node.ts';

/** Seconds from the call of `bin/dateline start` on a data folder that is in use until the front answers 200; the median of `rounds`. */
export async function measureStart(dataFolder: string, rounds: number): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    const node = await startNode({ DATELINE_DATA: dataFolder });
    const answer = await fetch(`${node.origin}/`);
    if (answer.status !== 200) throw new Error(`the front answered ${answer.status}`);
    await answer.arrayBuffer();
    seconds.push((performance.now() - begun) / 1000);
    await node.stop();
  }
  return median(seconds);
}
