import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { type Clock, systemClock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import { FetchFailure } from '#platform/guarded-fetch/fetch-failure.ts';
import { readBody } from '#platform/guarded-fetch/read-body.ts';
import { problemResponse, toStatusProblem } from '#platform/http/problem.ts';
import { MAX_PUSH_BYTES } from '../push.api.ts';
import type { Receive } from '../receive.ts';
import { findSubscribed, updateSubscription } from './websub.repo.ts';

export type WebsubApi = { db: Db; receive: Receive; clock?: Clock };

const SHORTEST_SECONDS = 300;
const LONGEST_SECONDS = 90 * 86_400;

/**
 * `GET /wire/{source}/websub/{key}`: the hub asks whether we meant it (WebSub, 5.3), and is answered its challenge where we
 * did. `POST`: the hub brings the feed; 202 and used where its signature fits, 202 and dropped where it does not (7.1), so
 * that nobody learns which. 404 for an address that is none, upon which hubs stop.
 */
export function websubApi({ db, receive, clock = systemClock }: WebsubApi): Hono {
  const app = new Hono();
  app.get('/wire/:source/websub/:key', async (c) => {
    const found = await findSubscribed(db, c.req.param('source'), c.req.param('key'));
    if (found === undefined || c.req.query('hub.topic') !== found.subscription.topic) return notFound(c);
    const { source_id: id } = found.subscription;
    const mode = c.req.query('hub.mode');
    if (mode === 'denied') {
      await updateSubscription(db, id, {
        state: 'denied',
        reason: c.req.query('hub.reason')?.slice(0, 500) ?? null,
        lease_until: null,
      });
      return c.text('', 200);
    }
    const challenge = c.req.query('hub.challenge');
    if (mode !== 'subscribe' || challenge === undefined || challenge.length > 2_000) return notFound(c);
    const asked = Number(c.req.query('hub.lease_seconds') ?? LONGEST_SECONDS);
    const seconds = Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, Number.isFinite(asked) ? asked : 0));
    await updateSubscription(db, id, {
      state: 'active',
      reason: null,
      lease_until: new Date(clock().getTime() + seconds * 1000),
    });
    return c.text(challenge, 200, { 'x-content-type-options': 'nosniff' });
  });
  app.post('/wire/:source/websub/:key', async (c) => {
    const found = await findSubscribed(db, c.req.param('source'), c.req.param('key'));
    if (found === undefined) return notFound(c);
    const bytes = await readContent(c);
    if (bytes === undefined) return problemResponse(toStatusProblem(413, c.req.path));
    if (!isSigned(bytes, c.req.header('x-hub-signature'), found.subscription.secret))
      return c.body(null, 202);
    await receive(found.source, {
      bytes,
      contentType: c.req.header('content-type'),
      name: found.source.url ?? undefined,
      receivedAt: clock(),
    });
    return c.body(null, 202);
  });
  return app;
}

const notFound = (c: Context): Response => problemResponse(toStatusProblem(404, c.req.path));

async function readContent(c: Context): Promise<Uint8Array | undefined> {
  const { body } = c.req.raw;
  try {
    return body ? await readBody(body, undefined, MAX_PUSH_BYTES) : new Uint8Array();
  } catch (thrown) {
    if (thrown instanceof FetchFailure && thrown.kind === 'too_large') return undefined;
    throw thrown;
  }
}

/** SHA-1, which the recommendation still allows, proves nothing any more and is not accepted. */
function isSigned(bytes: Uint8Array, header: string | undefined, secret: string): boolean {
  const [, method, hex = ''] =
    /^(sha256|sha384|sha512)=([0-9a-f]{64,128})$/i.exec(header?.trim() ?? '') ?? [];
  if (method === undefined) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(bytes).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
