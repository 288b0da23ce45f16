import { z } from 'zod';
import { defineJob } from '#platform/jobs.ts';

/** A letter that somebody asked for: to confirm a subscription, to say that there is one already, to confirm a new address. */
export const sendLetter = defineJob(
  'send-briefing-letter',
  z.object({
    kind: z.enum(['confirm', 'known', 'move']),
    subscriberId: z.number().int(),
    listId: z.number().int(),
    /** Of a move: the new address. */
    to: z.string().optional(),
  }),
);

export type Letter = z.infer<typeof sendLetter.payload>;
