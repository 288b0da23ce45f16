import { z } from 'zod';
import { defineJob } from '#platform/jobs.ts';

/** Queued once for every picture address that wire copy names for the first time. */
export const fetchPictureJob = defineJob('fetch-picture', z.object({ href: z.string().max(4000) }));
