import { z } from 'zod';
import { defineJob } from '#platform/jobs.ts';

/** Queued once for every picture address that copy names for the first time. `kind`: as the sender has it. */
export const fetchPictureJob = defineJob(
  'fetch-picture',
  z.object({
    href: z.string().max(4000),

    kind: z.enum(['photo', 'graphic']).optional(),
  }),
);
