import { z } from 'zod';
import { defineJob } from '#platform/jobs.ts';

/** Queued in the transaction of every publication, hold and kill; the reactions to it are listed in article-reactions.ts. */
export const articleChanged = defineJob(
  'article-changed',
  z.object({ articleId: z.number().int(), revision: z.number().int() }),
);
