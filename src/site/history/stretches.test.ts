import { describe, expect, it } from 'vitest';
import { toStretches } from './stretches.ts';

describe('stretches of a comparison', () => {
  it('keep the order and fold neighbours of one sort together', () => {
    const stretches = toStretches([
      { kind: 'same', text: 'a' },
      { kind: 'same', text: 'b' },
      { kind: 'added', text: 'c' },
      { kind: 'removed', text: 'd' },
      { kind: 'same', text: 'e' },
    ]);
    expect(stretches.map(({ changed, paragraphs }) => [changed, paragraphs.length])).toEqual([
      [false, 2],
      [true, 2],
      [false, 1],
    ]);
  });

  it('are none where there is no paragraph', () => {
    expect(toStretches([])).toEqual([]);
  });
});
