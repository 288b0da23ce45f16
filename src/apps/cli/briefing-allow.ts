import { liftSuppression } from '#features/briefings/briefings.ts';
import { AppError } from '#lib/errors.ts';
import { parseMailAddress } from '#platform/mailer/address.ts';
import { type Call, WrongUse } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `dateline briefing allow` */
export async function briefingAllow(call: Call<Record<never, never>>): Promise<undefined> {
  const [word = '', ...more] = call.words;
  const address = parseMailAddress(word);
  if (!address || more.length > 0) throw new WrongUse('Write one mail address.');
  await withDatabase(call, async (db) => {
    if (!(await liftSuppression(db, address.key))) {
      throw new AppError('not_found', `${address.address} is not on the list of those that get no mail.`);
    }
    call.say(`${address.address} may get mail again; the reader must subscribe anew.`);
  });
}
