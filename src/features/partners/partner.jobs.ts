import { z } from 'zod';
import { defineJob } from '#platform/jobs.ts';

const id = z.number().int();

/** Looks at an article again at the moment when its embargo ends. */
export const lookAgain = defineJob('partner-look-again', z.object({ articleId: id }));

/** Sends one article, as it stands when the job runs, to one partner. */
export const pushArticle = defineJob('partner-push', z.object({ partnerId: id, articleId: id }));
