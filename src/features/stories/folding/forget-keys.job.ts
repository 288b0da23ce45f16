import { z } from 'zod';
import type { Db } from '#platform/database.ts';
import { defineJob, handle, type JobHandler } from '#platform/jobs.ts';
import { deleteKeysBefore } from './fingerprints.repo.ts';
import { LINK_WINDOW } from './same-story.ts';

/** Comes round: takes out of the index what is too old for anything to be folded with. */
export const forgetKeys = defineJob('forget-fingerprint-keys', z.strictObject({}));

/** So many in one statement, so that none of them holds up what comes in. */
const BLOCK = 20_000;
/** Beyond the window in which links count, for what is replayed late. */
const SPARE_MS = 86_400_000;

export const forgetKeysHandler = ({ db, now }: { db: Db; now: () => Date }): JobHandler =>
  handle(forgetKeys, async (_, { signal }) => {
    const before = new Date(now().getTime() - LINK_WINDOW - SPARE_MS);
    while (!signal?.aborted && (await deleteKeysBefore(db, before, BLOCK)) === BLOCK);
  });
