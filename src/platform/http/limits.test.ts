import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createLog } from '#platform/log.ts';
import { findClientIp, networkOf } from './client-ip.ts';
import { answerErrors } from './error-handler.ts';
import { limitBody, limitRate } from './limits.ts';
import { createRateLimiter } from './rate-limiter.ts';

test('a client is the nth address from the right behind n proxies of ours', () => {
  const forwarded = '6.6.6.6, 203.0.113.9, 10.0.0.2';
  expect(findClientIp('10.0.0.1', forwarded, 0)).toBe('10.0.0.1');
  expect(findClientIp('10.0.0.1', forwarded, 1)).toBe('10.0.0.2');
  expect(findClientIp('10.0.0.1', forwarded, 2)).toBe('203.0.113.9');
  expect(findClientIp('10.0.0.1', '203.0.113.9', 2)).toBe('10.0.0.1');
  expect(findClientIp('10.0.0.1', 'garbage', 1)).toBe('10.0.0.1');
  expect(findClientIp('::ffff:10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  expect(findClientIp('10.0.0.1', '[2001:db8::1]:443', 1)).toBe('2001:db8::1');
  expect(findClientIp(undefined, undefined, 0)).toBe('unknown');
});

test('an IPv6 customer has a whole /64', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2:ffff::1'));
  expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
});

test('a bucket lets a burst through, then one per refill, each key by itself', () => {
  let now = 0;
  const limiter = createRateLimiter({ burst: 3, perSecond: 2, nowMs: () => now });
  expect([1, 2, 3].map(() => limiter.take('a'))).toEqual([0, 0, 0]);
  expect(limiter.take('a')).toBeCloseTo(0.5);
  expect(limiter.take('b')).toBe(0);
  now += 500;
  expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBeGreaterThan(0);
  now += 60_000;
  expect([1, 2, 3, 4].map(() => limiter.take('a') === 0)).toEqual([true, true, true, false]);
});

test('a limiter remembers only so many keys', () => {
  const limiter = createRateLimiter({ burst: 1, perSecond: 1, maxKeys: 100, nowMs: () => 0 });
  for (let index = 0; index < 5000; index += 1) limiter.take(`key ${index}`);
  expect(limiter.size()).toBe(100);
});

test('too many and too large are refused with what to do', async () => {
  const limiter = createRateLimiter({ burst: 2, perSecond: 0.1, nowMs: () => 0 });
  const app = new Hono();
  app.post(
    '/in',
    limitRate(limiter, () => 'all'),
    limitBody(10),
    async (c) => c.text(await c.req.text()),
  );
  app.onError(answerErrors({ log: createLog({ level: 'silent' }), machinePaths: ['/in'] }));
  const post = (body: BodyInit, headers = {}) =>
    app.request('/in', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  expect(await (await post('0123456789')).text()).toBe('0123456789');
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('0123456789'));
      controller.enqueue(new TextEncoder().encode('0123456789'));
      controller.close();
    },
  });
  expect((await post(stream)).status).toBe(413);
  const refused = await post('x');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
});
