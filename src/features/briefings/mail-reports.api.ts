import { Hono } from 'hono';
import { z } from 'zod';
import { type Clock, systemClock } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { byClientNetwork, limitBody, limitRate } from '#platform/http/limits.ts';
import { createRateLimiter } from '#platform/http/rate-limiter.ts';
import { parseMailAddress } from '#platform/mailer/address.ts';
import { isReportToken } from './report-token.ts';
import { takeReport } from './take-report.ts';

const report = z.object({
  type: z.enum(['bounce', 'complaint']),
  address: z.string().transform((text, context) => {
    const address = parseMailAddress(text);
    if (!address) context.addIssue({ code: 'custom', message: 'is no mail address' });
    return address?.key ?? '';
  }),
  /** Enhanced status code, such as 5.1.1. */
  status: z.string().max(20).default(''),
  /** The sender of the report knows that the mailbox is gone. */
  permanent: z.boolean().default(false),
  detail: z.string().max(2000).default(''),
});
const reports = z.union([report.transform((one) => [one]), z.array(report).max(1000)]);

const MOST_BYTES = 1_000_000;
/** Mail services send some reports a second after a large send; who guesses tokens would send more. */
const RATE = { burst: 200, perSecond: 20 };

export type MailReportsOptions = { db: Db; trustedProxies?: number; clock?: Clock };

/**
 * `POST /api/mail-reports`: what a mail service tells about our mail, as one report or an array of them, with
 * `Authorization: Bearer …` (the token of `dateline briefing token`). 200 `{taken, suppressed}`; 400, 401, 413, 429 before
 * anything is stored. Reports may come twice: a second one changes nothing that matters.
 */
export function mailReportsApi({ db, trustedProxies = 0, clock = systemClock }: MailReportsOptions): Hono {
  const limit = limitRate(createRateLimiter(RATE), byClientNetwork(trustedProxies));
  return new Hono().post('/api/mail-reports', limit, limitBody(MOST_BYTES), async (c) => {
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (!(await isReportToken(db, token))) {
      throw new AppError('unauthorized', 'Send the token of “dateline briefing token” as a bearer token.');
    }
    const parsed = reports.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) {
      throw new AppError('bad_input', 'Send {"type":"bounce"|"complaint","address":…}, or an array of them.');
    }
    let suppressed = 0;
    for (const { type, address, status, permanent, detail } of parsed.data) {
      const effect = await takeReport(
        db,
        { addressKey: address, kind: type, status, detail, permanent },
        clock(),
      );
      if (effect === 'suppressed') suppressed += 1;
    }
    return c.json({ taken: parsed.data.length, suppressed });
  });
}
