import { randomInt } from 'node:crypto';

/** The seed of a run: DATELINE_FAULT_SEED where one is to be repeated. */
export function readSeed(env: NodeJS.ProcessEnv = process.env): number {
  const given = Number(env.DATELINE_FAULT_SEED);
  return Number.isSafeInteger(given) && given > 0 ? given : randomInt(1, 2 ** 31);
}
