import { expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { answerPage } from './answer.ts';
import { page } from './page.ts';
import { createPageCache } from './page-cache.ts';

const away = () => new AppError('unavailable', 'the database is away');

/** A cache on a clock set by hand, and one page whose text and behaviour the test sets. */
const setUp = (options = {}) => {
  const world = { now: 1000, text: 'one', renders: 0, fail: undefined as Error | undefined };
  const cache = createPageCache({ nowMs: () => world.now, patienceMs: 20, ...options });
  const render = async () => {
    world.renders += 1;
    const { text, fail } = world;
    await new Promise((resolve) => setImmediate(resolve));
    if (fail) throw fail;
    return page({ body: text, keys: ['article:1', 'list:en'] });
  };
  const get = async () => {
    const fetched = await cache.fetch('/a', render);
    return `${fetched.outcome} ${fetched.page.body}`;
  };
  return { world, cache, render, get };
};

test('a page is rendered once and then answered from memory', async () => {
  const { world, cache, get } = setUp();
  expect(await get()).toBe('miss one');
  expect(await get()).toBe('hit one');
  expect(cache.peek('/a')?.body.toString()).toBe('one');
  expect(world.renders).toBe(1);
});

test('a hundred requests at once share one render', async () => {
  const { world, get } = setUp();
  const answers = await Promise.all(Array.from({ length: 100 }, get));
  expect(world.renders).toBe(1);
  expect(answers.filter((answer) => answer === 'wait one')).toHaveLength(99);
});

test('a purge by any of its keys has the page made anew once', async () => {
  const { world, cache, get } = setUp();
  await get();
  world.text = 'two';
  expect(cache.purge({ keys: ['article:9'], hard: false })).toBe(0);
  expect(await get()).toBe('hit one');
  expect(cache.purge({ keys: ['x', 'list:en'], hard: false })).toBe(1);
  expect(cache.peek('/a')).toBeUndefined();
  await Promise.all(Array.from({ length: 50 }, get));
  expect(world.renders).toBe(2);
  expect(await get()).toBe('hit two');
});

test('while the new page takes long the old one is shown, once purged hard it is not', async () => {
  const { cache } = setUp();
  let finish = () => {};
  const quick = () => page({ body: 'old', keys: ['article:1'] });
  const slow = () =>
    new Promise<ReturnType<typeof page>>((resolve) => {
      finish = () => resolve(page({ body: 'new', keys: ['article:1'] }));
    });
  await cache.fetch('/a', quick);
  cache.purge({ keys: ['article:1'], hard: false });
  const stale = await cache.fetch('/a', slow);
  expect([stale.outcome, stale.page.body.toString()]).toEqual(['stale', 'old']);
  cache.purge({ keys: ['article:1'], hard: true });
  const next = cache.fetch('/a', quick);
  finish();
  // The slow render began before the kill, so even its result is not believed: another render follows.
  await new Promise((resolve) => setImmediate(resolve));
  finish();
  expect((await next).page.body.toString()).toBe('new');
  expect(stale.page.withdrawn).toBe(true);
});

test('a database that is away leaves the last good page standing, and is not asked at every request', async () => {
  const { world, cache, get } = setUp();
  await get();
  world.fail = away();
  cache.purge({ keys: ['article:1'], hard: false });
  expect(await get()).toBe('stale one');
  expect(await get()).toBe('stale one');
  expect(world.renders).toBe(2);
  world.fail = undefined;
  world.text = 'two';
  world.now += 1001;
  expect(await get()).toBe('miss two');
});

test('a page purged hard does not stand in for a database that is away', async () => {
  const { world, cache, get } = setUp();
  await get();
  world.fail = away();
  cache.purge({ keys: ['article:1'], hard: true });
  await expect(get()).rejects.toThrow('the database is away');
});

test('bytes older than the limit do not stand in', async () => {
  const { world, get } = setUp({ staleIfErrorMs: 10_000, maxAgeMs: 1000 });
  await get();
  world.fail = away();
  world.now += 5000;
  expect(await get()).toBe('stale one');
  world.now += 6000;
  await expect(get()).rejects.toThrow('away');
});

test('an error of ours is not hidden behind old bytes, and a page that is gone is forgotten', async () => {
  const { world, cache, get } = setUp();
  await get();
  cache.purge({ keys: 'all', hard: false });
  world.fail = new TypeError('a fault');
  await expect(get()).rejects.toThrow('a fault');
  world.fail = new AppError('gone', 'killed');
  await expect(get()).rejects.toThrow('killed');
  world.fail = away();
  await expect(get()).rejects.toThrow('away');
});

test('a render that never ends counts as the database being away', async () => {
  const { cache } = setUp({ renderTimeoutMs: 10 });
  await expect(cache.fetch('/never', () => new Promise(() => {}))).rejects.toMatchObject({
    code: 'unavailable',
  });
});

test('a page that changes during every attempt is not kept as fresh', async () => {
  const { cache } = setUp();
  const render = () => {
    cache.purge({ keys: ['article:1'], hard: false });
    return page({ body: 'x', keys: ['article:1'] });
  };
  expect((await cache.fetch('/a', render)).page.body.toString()).toBe('x');
  expect(cache.peek('/a')).toBeUndefined();
});

test('a page that is killed during every attempt is not answered at all', async () => {
  const { cache } = setUp();
  const render = () => {
    cache.purge({ keys: ['article:1'], hard: true });
    return page({ body: 'x', keys: ['article:1'] });
  };
  await expect(cache.fetch('/a', render)).rejects.toMatchObject({ code: 'unavailable' });
});

test('cut off, pages are fresh only for a moment; word restored, none from before is shown', async () => {
  const { world, cache, get } = setUp();
  await get();
  cache.cutOff();
  world.text = 'two';
  expect(await get()).toBe('miss two');
  expect(await get()).toBe('hit two');
  world.now += 501;
  world.fail = away();
  expect(await get()).toBe('stale two');
  cache.restore();
  await expect(get()).rejects.toThrow('away');
  world.fail = undefined;
  expect(await get()).toBe('miss two');
  world.now += 10_000;
  expect(await get()).toBe('hit two');
});

test('a 404 is believed briefly and forgotten at the next purge of anything', async () => {
  const { world, cache } = setUp();
  let status = 404;
  const get = async () => (await cache.fetch('/soon', () => page({ status, body: 'x' }))).page.status;
  expect(await get()).toBe(404);
  status = 200;
  expect(await get()).toBe(404);
  cache.purge({ keys: ['article:77'], hard: false });
  expect(await get()).toBe(200);
  status = 404;
  cache.purge({ keys: 'all', hard: true });
  expect(await get()).toBe(404);
  status = 200;
  world.now += 10_001;
  expect(await get()).toBe(200);
});

test('made-up addresses cannot push real pages out', async () => {
  const { cache, get } = setUp({ maxNegative: 10 });
  await get();
  for (let index = 0; index < 500; index += 1) {
    await cache.fetch(`/no/${index}`, () => page({ status: 404, body: 'nothing here' }));
  }
  expect(cache.stats().pages).toBe(11);
  expect(await get()).toBe('hit one');
});

test('memory stays within its bound and what is read stays longest', async () => {
  const maxBytes = 100_000;
  const { cache } = setUp({ maxBytes });
  const body = 'x'.repeat(5000);
  await cache.fetch('/hot', () => page({ body, keys: ['hot'] }));
  for (let index = 0; index < 200; index += 1) {
    const { page: made } = await cache.fetch(`/cold/${index}`, () => page({ body, keys: [`cold:${index}`] }));
    await cache.represent(made, 1);
    expect(cache.peek('/hot')).toBeDefined();
    expect(cache.stats().bytes).toBeLessThanOrEqual(maxBytes);
  }
  expect(cache.stats().evictions).toBeGreaterThan(150);
  cache.purge({ keys: 'all', hard: true });
  expect(cache.stats()).toMatchObject({ pages: 0, bytes: 0 });
});

test('a page too large, one that sets a cookie and one that asks not to be are not kept', async () => {
  const { cache } = setUp({ maxPageBytes: 10_000 });
  await cache.fetch('/large', () => page({ body: 'x'.repeat(20_000) }));
  await cache.fetch('/cookie', () => page({ body: 'x', headers: [['Set-Cookie', 'a=1']] }));
  const { page: search } = await cache.fetch('/search', () => page({ body: 'x', cache: false }));
  expect(cache.stats().pages).toBe(0);
  expect(search.headers).toContainEqual(['cache-control', 'no-store']);
});

test('another spelling of an address finds the page', async () => {
  const { cache, get } = setUp();
  await get();
  cache.alias('/a?utm_source=mail', '/a');
  expect(cache.peek('/a?utm_source=mail')?.key).toBe('/a');
  cache.purge({ keys: ['article:1'], hard: false });
  expect(cache.peek('/a?utm_source=mail')).toBeUndefined();
});

test('old bytes go out without leave for a CDN to keep them, and keys go out as tags', async () => {
  const shared = { sharedSeconds: 60, staleWhileRevalidateSeconds: 30, staleIfErrorSeconds: 600 };
  const { world, cache, render } = setUp({ shared });
  const wanted = { key: '/a', render, encoding: 0, ifNoneMatch: undefined, bypass: false };
  const headersNow = async () => {
    const { headers } = (await answerPage(cache, wanted)).answer;
    return Object.fromEntries(headers.map((name, index) => [name, headers[index + 1]]));
  };
  expect(await headersNow()).toMatchObject({
    'cache-control': 'public, max-age=0, must-revalidate, s-maxage=60',
    'cdn-cache-control': 'max-age=60, stale-while-revalidate=30, stale-if-error=600',
    'surrogate-key': 'article:1 list:en',
    'cache-tag': 'article:1,list:en',
    'cache-status': 'dateline; fwd=miss; stored',
  });
  world.fail = away();
  cache.purge({ keys: ['list:en'], hard: false });
  const stale = await headersNow();
  expect(stale['cache-status']).toBe('dateline; hit; detail=stale');
  expect(stale['cache-control']).toBe('public, max-age=0, must-revalidate');
  expect(stale['cdn-cache-control']).toBeUndefined();
});

test('a page killed while it is being compressed is not sent', async () => {
  const { world, cache } = setUp();
  world.text = 'killed text '.repeat(500);
  const render = () => page({ body: world.text, keys: ['article:1'] });
  const pending = answerPage(cache, {
    key: '/a',
    render,
    encoding: 1,
    ifNoneMatch: undefined,
    bypass: false,
  });
  await Promise.resolve();
  while (cache.peek('/a') === undefined) await new Promise((resolve) => process.nextTick(resolve));
  world.text = 'a notice';
  cache.purge({ keys: ['article:1'], hard: true });
  expect((await pending).answer.body?.toString()).toBe('a notice');
});
