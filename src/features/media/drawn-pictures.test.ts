import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawSocialCardPicture, houseType } from './media.ts';

const card = { nameplate: 'The Courier', section: 'Coast', credit: '(Agency)', date: '24 November 2026' };

describe('a social card as a picture', () => {
  it.each([
    ['two words', 'Coalition holds'],
    [
      '200 characters',
      'Assembly backs the shared fishing grounds after a night of talks that split the governing coalition, left the boats of the islands in port and brought two ministers to the edge of resigning from it all',
    ],
    ['Korean', '홀마르 제도 주민들, 새 여객선 노선 개통에 “십 년을 기다렸다”…첫 배 만석'],
  ])('is a PNG of 1200 × 630 px under 60 KB: %s', async (_, headline) => {
    const png = await drawSocialCardPicture({ ...card, headline });
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(60_000);
  });

  it('shows a different picture for a different headline', async () => {
    expect(await drawSocialCardPicture({ ...card, headline: 'One' })).not.toEqual(
      await drawSocialCardPicture({ ...card, headline: 'Two' }),
    );
  });
});

describe('the house type', () => {
  const style = { family: 'serif', weight: 600, size: 20 } as const;

  it('kerns and grows with the size', () => {
    const type = houseType();
    expect(type.measure('AVAVAV', style)).toBeLessThan(6 * type.measure('A', style));
    expect(type.measure('word', { ...style, size: 40 })).toBeCloseTo(2 * type.measure('word', style), 5);
  });

  it('sets Latin and Hangul in one line and leaves out what no font holds', () => {
    const type = houseType();
    const mixed = type.outline('Harsund 하르순드', style);
    expect(mixed.width).toBeGreaterThan(type.measure('Harsund ', style) + 4 * 15);
    expect(type.outline('a\u{1F6A2}b', style)).toEqual(type.outline('ab', style));
    expect(type.outline('', style)).toEqual({ d: '', width: 0 });
  });

  it('starts a line where it is told', () => {
    const { d } = houseType().outline('H', style, 100, 50);
    const [x = 0, y = 0] = (/M([-\d.]+) ([-\d.]+)/.exec(d) ?? []).slice(1).map(Number);
    expect(x).toBeGreaterThanOrEqual(100);
    expect(x).toBeLessThan(120);
    expect(y).toBeLessThanOrEqual(50);
    expect(y).toBeGreaterThan(30);
  });
});
