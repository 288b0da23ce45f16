import { expect, test } from 'vitest';
import { createRecentReads } from './recent-reads.ts';

const WINDOW = 1000;
const READ = { network: '192.0.2.7', userAgent: 'Mozilla/5.0 A', articleId: 12 };

const setUp = (exponent = 16) => {
  const world = { now: 50_000 };
  const reads = createRecentReads({ windowMs: WINDOW, exponent, nowMs: () => world.now });
  return { world, isRepeat: (changes: Partial<typeof READ> = {}) => reads.isRepeat({ ...READ, ...changes }) };
};

test('a reload is a repeat, another article, browser or network is not', () => {
  const { isRepeat } = setUp();
  expect(isRepeat()).toBe(false);
  expect(isRepeat()).toBe(true);
  expect(isRepeat({ articleId: 13 })).toBe(false);
  expect(isRepeat({ userAgent: 'Mozilla/5.0 B' })).toBe(false);
  expect(isRepeat({ network: '192.0.2.8' })).toBe(false);
});

test('within the window a reload is found whenever the window began', () => {
  for (let phase = 0; phase < WINDOW; phase += 50) {
    const { world, isRepeat } = setUp();
    isRepeat({ articleId: 1 });
    world.now += phase;
    isRepeat();
    world.now += WINDOW - 1;
    expect(isRepeat()).toBe(true);
  }
});

test('after twice the window the same reader counts again, reloading all the time or not', () => {
  const { world, isRepeat } = setUp();
  isRepeat();
  world.now += 2 * WINDOW;
  expect(isRepeat()).toBe(false);
  let counted = 0;
  for (let step = 0; step < 100; step += 1) {
    world.now += WINDOW / 10;
    if (!isRepeat()) counted += 1;
  }
  expect(counted).toBeGreaterThanOrEqual(4);
  expect(counted).toBeLessThanOrEqual(10);
});

test('the key is renewed every day, and with it everything is forgotten', () => {
  const { world, isRepeat } = setUp();
  isRepeat();
  world.now += 86_400_000 - WINDOW / 2;
  isRepeat();
  expect(isRepeat()).toBe(true);
  world.now += WINDOW / 2;
  expect(isRepeat()).toBe(false);
});

test('a flood of readers makes it forget sooner and not grow, and hardly ever takes one for another', () => {
  const { isRepeat } = setUp(14);
  let mistaken = 0;
  for (let reader = 0; reader < 20_000; reader += 1)
    if (isRepeat({ network: `2001:db8::${reader}` })) mistaken += 1;
  expect(mistaken).toBeLessThan(20_000 * 0.04);
  expect(isRepeat({ network: '2001:db8::1' })).toBe(false);
  expect(isRepeat({ network: '2001:db8::19999' })).toBe(true);
});

test('two processes cannot recognise each other’s readers', () => {
  const [here, there] = [setUp(), setUp()];
  here.isRepeat();
  expect(there.isRepeat()).toBe(false);
});
