import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');

/** Contrast as WCAG 2.2 defines it, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const colour = (scheme: string, name: string): string =>
  new RegExp(`--${name}: (#\\w{6})`).exec(scheme)?.[1] ?? '';

describe.each([
  ['light', light],
  ['dark', dark],
])('the inks on %s paper', (_, scheme) => {
  it.each(['ink', 'soft', 'accent'])('%s can be read on paper and on tint', (ink) => {
    expect(contrast(colour(scheme, ink), colour(scheme, 'paper'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(scheme, ink), colour(scheme, 'tint'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['ins', 'del'])('ink can be read on %s', (ground) => {
    expect(contrast(colour(scheme, 'ink'), colour(scheme, ground))).toBeGreaterThanOrEqual(4.5);
  });
});
