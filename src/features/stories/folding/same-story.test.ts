import { expect, test } from 'vitest';
import type { WireItem, WireSourceRow } from '#features/wire/wire.ts';
import { toFingerprint } from './fingerprint.ts';
import { whySameStory } from './same-story.ts';

const source = (id: number, publish = true) => ({ id, publish, edition: 'en' }) as WireSourceRow;

type Copy = Partial<WireItem> & { text: string; at: string; from?: WireSourceRow };

const print = ({ text, at, from = source(1), ...item }: Copy) =>
  toFingerprint(
    {
      source: from,
      itemId: 1,
      version: 1,
      at: new Date(at),
      item: {
        ...{ uri: `urn:x:${at}`, type: 'text', language: 'en', pubstatus: 'usable', credit: 'Halden News' },
        ...{
          headline: 'Shares in Port Ansel close higher',
          versioncreated: at,
          links: [],
          subject: [],
          media: [],
          notes: [],
        },
        body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
        ...item,
      },
    },
    'en',
  ).fingerprint;

const market = (day: string, index: number) =>
  `Shares in Port Ansel closed higher on ${day} with the main index at ${index}.20 points, the exchange of Ondine said. The index covers all companies whose shares are traded on the main board of the exchange and is weighted by their market value at the close of trade in Halden.`;

test('the market of the next day is another story, though the words are the same', () => {
  const monday = print({ text: market('Monday', 2510), at: '2026-03-02T16:00:00Z' });
  const tuesday = print({ text: market('Tuesday', 2544), at: '2026-03-03T16:00:00Z' });
  expect(whySameStory(monday, tuesday)).toBeUndefined();
});

test('and so it is where the clocks do not tell the days apart', () => {
  const monday = print({ text: market('Monday', 2510), at: '2026-03-02T16:00:00Z' });
  const tuesday = print({ text: market('Tuesday', 2510), at: '2026-03-02T16:01:00Z' });
  expect(whySameStory(monday, tuesday)).toBeUndefined();
});

test('the same words by another road are the same copy, whatever the quotation marks', () => {
  const text = `${market('Monday', 2510)} “We are content,” Ines Varga said.`;
  const a = print({ text, at: '2026-03-02T16:00:00Z' });
  const b = print({ text: text.replaceAll(/[“”]/g, '"'), at: '2026-03-02T16:09:00Z', from: source(2) });
  expect(whySameStory(a, b)).toBe('copy');
  expect(whySameStory(b, a)).toBe('copy');
});

test('equal words under another credit, in another language or of a source that waits are not one story', () => {
  const text = market('Monday', 2510);
  const a = print({ text, at: '2026-03-02T16:00:00Z' });
  const at = '2026-03-02T16:09:00Z';
  expect(whySameStory(a, print({ text, at, credit: 'Torrin Press' }))).toBeUndefined();
  expect(whySameStory(a, print({ text, at, language: 'de' }))).toBeUndefined();
  expect(whySameStory(a, print({ text, at, from: source(2, false) }))).toBeUndefined();
});

test('an item that says which it follows goes with it only where they have something in common', () => {
  const a = print({ uri: 'urn:x:first', text: market('Monday', 2510), at: '2026-03-02T16:00:00Z' });
  const other =
    'Ferry crews at Halden Bay voted to accept an offer on pay, their union said after a long count.';
  const at = '2026-03-02T18:00:00Z';
  const follows = { at, evolvedfrom: 'urn:x:first' };
  expect(
    whySameStory(a, print({ ...follows, text: other, headline: 'Ferry crews accept deal' })),
  ).toBeUndefined();
  expect(
    whySameStory(a, print({ ...follows, text: other, headline: 'Shares in Port Ansel close lower' })),
  ).toBe('link');
});

test('two leads of like headlines about two places are two stories', () => {
  const text = (place: string) =>
    `Dockers at the port of ${place} walked off the job on Monday in a dispute over pay, their union said, and no ship was unloaded in ${place} until the evening, when talks were to begin.`;
  const a = print({
    headline: 'Dockers down tools in Ansel',
    text: text('Ansel'),
    at: '2026-03-02T16:00:00Z',
  });
  const b = print({
    headline: '(LEAD) Dockers down tools in Halden',
    text: text('Halden'),
    at: '2026-03-02T17:00:00Z',
  });
  expect(whySameStory(a, b)).toBeUndefined();
});
