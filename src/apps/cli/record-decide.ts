import type { Verdict } from '#features/articles/articles.ts';
import { decideRecord } from '#features/publishing/publishing.ts';
import { systemClock } from '#lib/clock.ts';
import { type Call, WrongUse } from './command.ts';
import { readArticle } from './read-article.ts';
import type { recordDecideOptions } from './record.command.ts';
import { withDatabase } from './with-database.ts';

type DecideCall = Call<typeof recordDecideOptions>;

/** `dateline record confirm` */
export const recordConfirm = (call: DecideCall): Promise<undefined> => decide(call, 'confirmed');

/** `dateline record strike` */
export const recordStrike = (call: DecideCall): Promise<undefined> => decide(call, 'struck');

async function decide(call: DecideCall, verdict: Verdict): Promise<undefined> {
  const [word, find, ...more] = call.words;
  if (!find || more.length > 0)
    throw new WrongUse('Write the number or address of an article, and the key of one find.');
  const by = call.values.by ?? 'the desk';
  await withDatabase(call, async (db) => {
    const { id: articleId } = await readArticle(db, word);
    await db
      .transaction()
      .execute((trx) => decideRecord(trx, { articleId, find, verdict, by, at: systemClock() }));
  });
  call.say(`${find} is ${verdict === 'confirmed' ? 'confirmed' : 'struck out'}.`);
}
