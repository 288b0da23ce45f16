import { type Context, Hono } from 'hono';
import { AppError } from '#lib/errors.ts';
import { hashToken } from '#platform/bearer-token.ts';
import type { Db } from '#platform/database.ts';
import { byClientNetwork, limitRate } from '#platform/http/limits.ts';
import { problemResponse, retryLater, toStatusProblem } from '#platform/http/problem.ts';
import { createRateLimiter, type RateLimit } from '#platform/http/rate-limiter.ts';
import { matchesEtag } from '#platform/page-cache/answer.ts';
import { digestOf } from '#platform/page-cache/stored-page.ts';
import { findPlaceAt, listChangesOf } from './changes.repo.ts';
import { findPartnerByKey } from './partners.repo.ts';
import { PARTNER_FORMATS, type PartnerFormat, type PartnerRow } from './partners.tables.ts';
import { type Selection, selectChanges, tellChanges } from './select-changes.ts';
import type { OutgoingPaper } from './to-outgoing.ts';
import { type OutgoingMessage, PARTNER_TYPES, writeList, writeOne } from './write-outgoing.ts';

export type PartnerApi = {
  db: Db;
  paper: OutgoingPaper;
  /** How many proxies of our own stand in front. */
  trustedProxies?: number;
  /** How often one key, and one network, may ask; absent: the limits below. */
  rate?: RateLimit;
};

/** A partner polls every few seconds and reads back through what it missed; keys are not to be tried out. */
const KEY_RATE = { burst: 120, perSecond: 4 };
const NETWORK_RATE = { burst: 240, perSecond: 8 };

/**
 * `GET /api/partner` and `/api/partner/{format}`: what changed, in the partner's format or the one named, with `Authorization: Bearer KEY`.
 * `?since=` a cursor or an ISO 8601 time: changes after it, oldest first; without it the latest, newest first. The address of what
 * follows stands in `Link: <…>; rel="next"`, also where nothing follows yet. `/api/partner/{format}/{id}`: one article as it stands.
 */
export function partnerApi({ db, paper, trustedProxies = 0, rate }: PartnerApi): Hono {
  const door = new Hono();
  const byKey = createRateLimiter(rate ?? KEY_RATE);
  const limit = limitRate(createRateLimiter(rate ?? NETWORK_RATE), byClientNetwork(trustedProxies));
  /** Answers the holder of a key, who may not ask too often. */
  const forHolder = (work: (c: Context, partner: PartnerRow) => Promise<Response>) => async (c: Context) => {
    const key = /^Bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const partner = key === undefined ? undefined : await findPartnerByKey(db, hashToken(key));
    if (!partner) return refuseKey(c, key);
    const wait = byKey.take(String(partner.id));
    if (wait > 0) throw retryLater('too_many', 'This key is used too often; slow down.', wait);
    return work(c, partner);
  };
  const list = forHolder(async (c, partner) => {
    const format = readFormat(c, partner);
    const after = await readPlace(db, c.req.query('since'));
    return answerList(c, await selectChanges(db, partner, after, paper), format, paper);
  });
  const one = forHolder(async (c, partner) => {
    const format = readFormat(c, partner);
    const id = Number(c.req.param('id'));
    const [told] = await tellChanges(db, partner, await listChangesOf(db, [id]), paper);
    if (!told) throw new AppError('not_found', 'There is no such article for this partner.');
    const message = messageOf(c, paper, told.change.at, told.item);
    return answer(c, writeOne(told.item, format, message), format);
  });
  door.get('/api/partner', limit, list);
  door.get('/api/partner/:format', limit, list);
  door.get('/api/partner/:format/:id{[1-9][0-9]{0,14}}', limit, one);
  return door;
}

function refuseKey(c: Context, key: string | undefined): Response {
  const detail = key
    ? 'This key is not, or not any more, a partner’s.'
    : 'Send your key as "Authorization: Bearer KEY".';
  const response = problemResponse({ ...toStatusProblem(401, c.req.path), detail });
  const error = key ? ', error="invalid_token"' : '';
  response.headers.set('www-authenticate', `Bearer realm="partner"${error}`);
  return response;
}

function readFormat(c: Context, partner: PartnerRow): PartnerFormat {
  const asked = c.req.param('format');
  if (asked === undefined) return partner.format;
  const format = PARTNER_FORMATS.find((one) => one === asked);
  if (!format)
    throw new AppError(
      'not_found',
      `There is no format "${asked}". There is: ${PARTNER_FORMATS.join(', ')}.`,
    );
  return format;
}

/** A place in the stream from an address: a number of ours or a moment; one that is still to come is the end of the stream. */
async function readPlace(db: Db, since: string | undefined): Promise<number | undefined> {
  if (since === undefined || since === '') return undefined;
  if (/^\d{1,15}$/.test(since)) return Number(since);
  const time = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2}))?$/.test(since)
    ? new Date(since)
    : undefined;
  if (!time || Number.isNaN(time.getTime()))
    throw new AppError(
      'bad_input',
      'Write since= as the cursor of the answer before, or a time such as 2026-11-24T09:00:00Z.',
    );
  return findPlaceAt(db, time);
}

function answerList(
  c: Context,
  { items, seq, updated }: Selection,
  format: PartnerFormat,
  paper: OutgoingPaper,
): Response {
  const next = `${paper.baseUrl}/api/partner/${format}?since=${seq}`;
  const message = messageOf(c, paper, updated, items[0]);
  return answer(c, writeList(items, format, message), format, [['link', `<${next}>; rel="next"`]]);
}

const BEGINNING = new Date(0);

const messageOf = (
  c: Context,
  { baseUrl }: OutgoingPaper,
  updated: Date | undefined,
  first: { publisher: string; language: string } | undefined,
): OutgoingMessage => ({
  baseUrl,
  url: `${baseUrl}${c.req.path}`,
  publisher: first?.publisher ?? new URL(baseUrl).hostname,
  language: first?.language ?? 'en',
  updated: updated ?? BEGINNING,
});

/** Only for who asked, and asked for again each time: a stop must reach who would print from a cache. */
function answer(c: Context, body: string, format: PartnerFormat, more: [string, string][] = []): Response {
  const etag = `"${digestOf(body)}"`;
  const headers: [string, string][] = [
    ['content-type', PARTNER_TYPES[format]],
    ['cache-control', 'private, no-cache'],
    ['vary', 'authorization'],
    ['etag', etag],
    ...more,
  ];
  const known = c.req.header('if-none-match');
  if (known !== undefined && matchesEtag(known, etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
