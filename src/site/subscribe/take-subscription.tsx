import type { Context } from 'hono';
import { ensureListOf, subscribe } from '#features/briefings/briefings.ts';
import { AppError } from '#lib/errors.ts';
import { isConnectionFailure } from '#platform/database.ts';
import { parseMailAddress } from '#platform/mailer/address.ts';
import type { EditionContext } from '../site-context.ts';
import { privatePage } from './private-page.ts';
import { readForm } from './read-form.ts';
import { StepPage } from './step.page.tsx';
import { SubscribePage, TRAP_FIELD } from './subscribe.page.tsx';
import { toPrivateFrame, toSubscribeProps, wordsFor } from './subscribe.view.ts';

/** The time that the sentence on the page speaks of. */
const AWAY_SECONDS = '120';

/**
 * Takes the form. The answer to an address that can be one is always the same, whatever is known of it.
 * `mayAsk`: whether this network has not asked too often; asked for addresses that can be one only.
 */
export async function takeSubscription(
  c: Context,
  context: EditionContext,
  mayAsk: () => boolean,
): Promise<Response> {
  // Another site's form, sent by its visitors' browsers, would pass every limit by network.
  if (c.req.header('sec-fetch-site') === 'cross-site') {
    throw new AppError('forbidden', 'Subscribe on the page of the paper itself.');
  }
  const form = await readForm(c);
  const typed = String(form.get('address') ?? '').slice(0, 300);
  const words = wordsFor(context);
  const again = (problem: string, status: number, headers: [string, string][] = []) =>
    privatePage(
      <SubscribePage {...toSubscribeProps(context, { address: typed, problem })} />,
      status,
      headers,
    );
  const address = parseMailAddress(typed);
  if (!address) return again(words.invalid, 422);
  if (!mayAsk()) return again(words.tooMany, 429);
  // Whoever fills in the field that people do not see gets the same answer and no letter.
  if (!form.get(TRAP_FIELD)) {
    try {
      const list = await ensureListOf(context.db, context.edition.code, context.now());
      await subscribe(context.db, { address, list, now: context.now() });
    } catch (thrown) {
      if (!isConnectionFailure(thrown)) throw thrown;
      return again(words.away, 503, [['retry-after', AWAY_SECONDS]]);
    }
  }
  return privatePage(
    <StepPage {...toPrivateFrame(context, words.asked)} title={words.asked} text={words.askedText} />,
  );
}
