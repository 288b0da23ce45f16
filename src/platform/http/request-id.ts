import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

const key = 'requestId';
const acceptable = /^[\w.:-]{8,100}$/;

/** Gives every request an id, sent back as `X-Request-Id`; a well-formed one from a proxy in front is kept. */
export const assignRequestId = (): MiddlewareHandler => async (c, next) => {
  const given = c.req.header('x-request-id');
  const id = given !== undefined && acceptable.test(given) ? given : randomUUID();
  c.set(key, id);
  await next();
  c.res.headers.set('x-request-id', id);
};

/** The id that `assignRequestId` gave, if it ran. */
export const requestIdOf = (c: Context): string | undefined => {
  const id: unknown = c.get(key);
  return typeof id === 'string' ? id : undefined;
};
