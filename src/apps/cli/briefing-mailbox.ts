import { findBounceMailbox, setBounceMailbox } from '#features/briefings/briefings.ts';
import { parseSourceAddress } from '#features/wire/wire.ts';
import { systemClock } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import { FetchFailure } from '#platform/guarded-fetch/fetch-failure.ts';
import { createGuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import type { briefingMailboxOptions } from './briefing.command.ts';
import { type Call, WrongUse } from './command.ts';
import { readPassword } from './read-password.ts';
import { withDatabase } from './with-database.ts';

/** `dateline briefing mailbox` */
export async function briefingMailbox(call: Call<typeof briefingMailboxOptions>): Promise<undefined> {
  const { url, off, 'password-file': file } = call.values;
  if (call.words.length > 0 || (url !== undefined && off))
    throw new WrongUse('Write --url URL, --off, or neither.');
  const password = await readPassword(url, file, call);
  await withDatabase(call, async (db, config) => {
    if (url !== undefined) {
      const { host, port } = parseSourceAddress(url);
      const fetch = createGuardedFetch(config);
      await fetch
        .checkHost(host, port)
        .catch((thrown: unknown) => {
          if (thrown instanceof FetchFailure && thrown.kind === 'refused')
            throw new AppError('bad_input', thrown.message);
        })
        .finally(() => fetch.close());
      await setBounceMailbox(db, { url, password }, systemClock());
    } else if (off) await setBounceMailbox(db, undefined, systemClock());
    const set = await findBounceMailbox(db);
    if (set === undefined) call.say('No mailbox is read for bounces.');
    else await call.print(`${set}\n`);
  });
}
