import { type Context, Hono } from 'hono';
import { type Clock, systemClock } from '#lib/clock.ts';
import { isToken } from '#platform/bearer-token.ts';
import type { Db } from '#platform/database.ts';
import { FetchFailure } from '#platform/guarded-fetch/fetch-failure.ts';
import { readBody } from '#platform/guarded-fetch/read-body.ts';
import { type Problem, problemResponse, toStatusProblem } from '#platform/http/problem.ts';
import type { Receive, Received } from './receive.ts';
import { findSourceByName } from './sources.repo.ts';
import type { WireSourceRow } from './wire.tables.ts';

export type PushApi = { db: Db; receive: Receive; clock?: Clock; maxBytes?: number };

export const MAX_PUSH_BYTES = 64 * 1024 * 1024;

/**
 * `POST /wire/{source}`: a provider hands us a message, whatever its format and content type, with `Authorization: Bearer …`.
 * 202 `{message, items, new, ignored, failed: [{position, reason}]}` once it is stored and used, also where single items failed;
 * 422 where nothing of it could be read (it is kept all the same); 401, 404, 413, 415 before anything is stored.
 * Sending a message again is safe: what is known is ignored.
 */
export function pushApi({ db, receive, clock = systemClock, maxBytes = MAX_PUSH_BYTES }: PushApi): Hono {
  return new Hono().post('/wire/:source', async (c) => {
    const found = await authorize(db, c);
    if ('refusal' in found) return found.refusal;
    const body = await readPush(c, maxBytes);
    if ('refusal' in body) return body.refusal;
    const received = await receive(found.source, {
      bytes: body.bytes,
      contentType: c.req.header('content-type'),
      receivedAt: clock(),
    });
    if (received.reason !== undefined) return refuse(c, 422, received.reason);
    return c.json(toReceipt(received), 202);
  });
}

type Refused = { refusal: Response };

function refuse(c: Context, status: number, detail: string, headers: Record<string, string> = {}): Response {
  const problem: Problem = { ...toStatusProblem(status, c.req.path), detail };
  const response = problemResponse(problem);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** The token is compared before the name is judged, so that both answers take the same work. */
async function authorize(db: Db, c: Context): Promise<{ source: WireSourceRow } | Refused> {
  const name = c.req.param('source') ?? '';
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const source = await findSourceByName(db, name);
  const matches = isToken(token ?? '', source?.token_hash);
  if (source?.kind !== 'push') {
    return { refusal: refuse(c, 404, 'There is no source of that name that takes messages by HTTP.') };
  }
  if (matches) return { source };
  const detail = token
    ? 'The token is not the one of this source.'
    : 'Send the token of this source as "Authorization: Bearer TOKEN".';
  const challenge = token ? 'Bearer realm="wire", error="invalid_token"' : 'Bearer realm="wire"';
  return { refusal: refuse(c, 401, detail, { 'www-authenticate': challenge }) };
}

const STATUS_OF_FAILURE = { too_large: 413, undecodable: 415 } as const;

async function readPush(c: Context, maxBytes: number): Promise<{ bytes: Uint8Array } | Refused> {
  if (Number(c.req.header('content-length')) > maxBytes) {
    return { refusal: refuse(c, 413, `The body is larger than the ${maxBytes} bytes allowed here.`) };
  }
  const { body } = c.req.raw;
  try {
    const bytes = body ? await readBody(body, c.req.header('content-encoding'), maxBytes) : new Uint8Array();
    if (bytes.byteLength > 0) return { bytes };
    return { refusal: refuse(c, 422, 'The body is empty; send the message itself as the body.') };
  } catch (thrown) {
    const status =
      thrown instanceof FetchFailure && (thrown.kind === 'too_large' || thrown.kind === 'undecodable')
        ? STATUS_OF_FAILURE[thrown.kind]
        : undefined;
    if (status === undefined || !(thrown instanceof FetchFailure)) throw thrown;
    return { refusal: refuse(c, status, thrown.message) };
  }
}

function toReceipt({ messageId, items, ignored, failures }: Received) {
  const failedAt = new Set(failures.map(({ position }) => position));
  const used = items.filter(({ position }) => !failedAt.has(position)).length;
  return {
    message: messageId,
    items: used + ignored + failures.length,
    new: used,
    ignored,
    failed: failures.map(({ position, reason }) => ({ position, reason })),
  };
}
