import { expect, test } from 'vitest';
import { dueSlot } from './morning.ts';

test('a briefing is due at its hour in its edition’s zone, and for a few hours after', () => {
  expect(dueSlot(new Date('2026-11-23T20:59:00Z'), 'Asia/Seoul', 6)).toBeUndefined();
  expect(dueSlot(new Date('2026-11-23T21:00:00Z'), 'Asia/Seoul', 6)).toBe('2026-11-24');
  expect(dueSlot(new Date('2026-11-24T00:30:00Z'), 'Asia/Seoul', 6)).toBe('2026-11-24');
  expect(dueSlot(new Date('2026-11-24T01:00:00Z'), 'Asia/Seoul', 6)).toBeUndefined();
});

test('a briefing late in the evening belongs to the day on which its hour was', () => {
  expect(dueSlot(new Date('2026-11-25T01:10:00Z'), 'UTC', 23)).toBe('2026-11-24');
});

test('where clocks are put forward over the hour, the next hour is late for it', () => {
  // 29 March 2026 in Berlin has no 02:xx.
  const due = ['00:30', '01:30', '03:30'].map((time) =>
    dueSlot(new Date(`2026-03-29T${time}:00Z`), 'Europe/Berlin', 3),
  );
  expect(due).toEqual([undefined, '2026-03-29', '2026-03-29']);
});

test('where clocks are put back the day still has one slot', () => {
  const slots = new Set<string | undefined>();
  for (let minutes = 0; minutes < 24 * 60; minutes += 5)
    slots.add(dueSlot(new Date(Date.UTC(2026, 9, 24, 22) + minutes * 60_000), 'Europe/Berlin', 2));
  slots.delete(undefined);
  expect([...slots]).toEqual(['2026-10-25']);
});
