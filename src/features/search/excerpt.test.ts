import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarker, cutExcerpt, listSimilar, markLine, type Segment, toLine } from './excerpt.ts';
import { tokensOf } from './tokens.ts';

const written = (segments: Segment[] | undefined) =>
  segments?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
/** Its words are always looked for. */
const line = (text: string) => toLine(text, tokensOf('word'));
const marker = (typed: string, forms: string[] = []) => createMarker(tokensOf(typed), forms);

test('words are marked by their forms, whatever their case and accents', () => {
  expect(written(markLine(line('Cafés in Łódź: CAFES!'), marker('cafe', ['cafes'])))).toBe(
    '[Cafés] in Łódź: [CAFES]!',
  );
});

test('Hangul is marked where it stands, within a longer word and with spaces in it', () => {
  expect(written(markLine(line('국방부 장관이 국방부장관실에서'), marker('국방부장관')))).toBe(
    '[국방부 장관]이 [국방부장관]실에서',
  );
});

test('words that begin alike are those that may share a stem', () => {
  expect(listSimilar([line('Elections electric elbow')], tokensOf('election'))).toEqual([
    'elections',
    'electric',
  ]);
});

test('an excerpt is cut where most of what was looked for stands together', () => {
  const text = `The port opened. ${'Nothing of note. '.repeat(40)}The port and its fog were seen. ${'More. '.repeat(80)}`;
  const cut = written(cutExcerpt(line(text), marker('', ['port', 'fog']))) ?? '';
  expect(cut).toContain('[port] and its [fog] were');
  expect(cut).toMatch(/^… .* …$/);
  expect(cut.length).toBeLessThan(280);
});

test('a text without a hit has no excerpt', () => {
  expect(cutExcerpt(line('The port opened.'), marker('', ['fog']))).toBeUndefined();
});

test('marking takes nothing from a text and adds nothing to it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ maxLength: 5 }),
      (given, typed) => {
        const text = line(given);
        const marked = marker(
          `${typed} 국`,
          tokensOf(typed).map(({ form }) => form),
        );
        expect(
          markLine(text, marked)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text.text);
        cutExcerpt(text, marked);
      },
    ),
  );
});
