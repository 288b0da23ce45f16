import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '#lib/errors.ts';
import { findClientIp, networkOf } from './client-ip.ts';
import { retryLater } from './problem.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Refuses bodies over `maxBytes` with `too_large`, by their announced length or, unannounced, as they arrive. */
export const limitBody = (maxBytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new AppError(
        'too_large',
        `The body is larger than the ${maxBytes} bytes allowed here; send it in parts.`,
      );
    },
  });

/** The address a request came from, seen through so many proxies of our own. Without a server it is `unknown`. */
export const clientIpOf = (c: Context, trustedProxies: number): string => {
  const remote: unknown = c.env?.incoming?.socket?.remoteAddress;
  const address = typeof remote === 'string' ? remote : undefined;
  return findClientIp(address, c.req.header('x-forwarded-for'), trustedProxies);
};

/** Refuses requests beyond a rate with `too_many` and when to come back. `keyOf` says who shares one allowance. */
export const limitRate = (limiter: RateLimiter, keyOf: (c: Context) => string): MiddlewareHandler => {
  return async (c, next) => {
    const wait = limiter.take(keyOf(c));
    if (wait > 0) throw retryLater('too_many', 'Too many requests from this address; slow down.', wait);
    await next();
  };
};

/** One allowance per client network, for `limitRate`. */
export const byClientNetwork =
  (trustedProxies: number) =>
  (c: Context): string =>
    networkOf(clientIpOf(c, trustedProxies));
