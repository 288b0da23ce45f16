import { type Context, Hono } from 'hono';
import { AppError } from '#lib/errors.ts';
import { networkOf } from '#platform/http/client-ip.ts';
import { clientIpOf } from '#platform/http/limits.ts';
import { retryLater } from '#platform/http/problem.ts';
import { createRateLimiter, type RateLimit } from '#platform/http/rate-limiter.ts';
import { createRecentReads } from './recent-reads.ts';
import { isNoReader } from './robots.ts';
import type { ViewCounter } from './view-counter.ts';

/** How beacons were answered. */
export type BeaconCounts = { counted: number; repeated: number; robots: number; unreadable: number };

type ViewsApiOptions = {
  counter: Pick<ViewCounter, 'add'>;
  /** How many proxies of our own stand before this node: whose word on the reader's address is taken. */
  trustedProxies: number;
  /** Of one network: a household, an office, at worst the readers behind one gateway of a telephone company. */
  rate?: RateLimit;
};

/** As in the script that pages load. */
const VIEWS_PATH = '/events/view';
const RATE: RateLimit = { burst: 200, perSecond: 10 };
/** An article's number in digits, and room to spare. */
const LONGEST_BODY = 64;
const NUMBER = /^[1-9][0-9]{0,14}$/;
const NO_STORE = { 'cache-control': 'no-store' };

/**
 * Refuses a body that is too long, or of a length that is not announced: HTTP then holds the sender to the announced one.
 * `limitBody` does more, by making streams of bodies, which costs as much as everything else here together.
 */
function checkLength(announced: string | undefined): void {
  const length = Number(announced ?? Number.NaN);
  if (Number.isNaN(length)) throw new AppError('bad_input', 'A beacon must announce the length of its body.');
  if (length > LONGEST_BODY)
    throw new AppError('too_large', `The body of a beacon is a number, of at most ${LONGEST_BODY} bytes.`);
}

/**
 * `POST /events/view`, the body an article's number as text: what pages send when someone has read for a while. Answers
 * 204 whether it counted or not, so that nobody learns how to be counted; 413 and 429 beyond the limits. Sets nothing.
 */
export function viewsApi(options: ViewsApiOptions): { api: Hono; counts: BeaconCounts } {
  const { counter, trustedProxies, rate = RATE } = options;
  const limiter = createRateLimiter(rate);
  const recent = createRecentReads();
  const counts: BeaconCounts = { counted: 0, repeated: 0, robots: 0, unreadable: 0 };

  const judge = async (c: Context, network: string): Promise<keyof BeaconCounts> => {
    if (isNoReader((name) => c.req.header(name))) return 'robots';
    const body = await c.req.text();
    if (!NUMBER.test(body)) return 'unreadable';
    const articleId = Number(body);
    const userAgent = c.req.header('user-agent') ?? '';
    if (recent.isRepeat({ network, userAgent, articleId })) return 'repeated';
    counter.add(articleId);
    return 'counted';
  };

  const api = new Hono();
  api.post(VIEWS_PATH, async (c) => {
    const network = networkOf(clientIpOf(c, trustedProxies));
    const wait = limiter.take(network);
    if (wait > 0) throw retryLater('too_many', 'Too many reads from this address; slow down.', wait);
    checkLength(c.req.header('content-length'));
    counts[await judge(c, network)] += 1;
    return c.body(null, 204, NO_STORE);
  });
  return { api, counts };
}
