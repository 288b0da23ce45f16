import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Annotation, placeAnnotations } from './annotations.ts';
import type { Block, Document, Inline, Mark } from './document.ts';
import { inlineHtml } from './inline-html.ts';
import { toHtml } from './to-html.ts';
import { toText } from './to-text.ts';

const words = fc.string({ unit: fc.constantFrom(...'ab "\'<&é,😀'), minLength: 1, maxLength: 12 });
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom({ type: 'bold' as const }, { type: 'italic' as const }, { type: 'code' as const }),
  fc
    .constantFrom('https://a.example/', 'https://b.example/')
    .map((href) => ({ type: 'link' as const, attrs: { href } })),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text: words,
      marks: fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
);
const content = fc.array(inline, { minLength: 1, maxLength: 6 });
const block: fc.Arbitrary<Block> = fc.oneof(
  content.map((inlines): Block => ({ type: 'paragraph', content: inlines })),
  content.map((inlines): Block => ({ type: 'heading', attrs: { level: 2 }, content: inlines })),
  content.map(
    (inlines): Block => ({ type: 'blockquote', content: [{ type: 'paragraph', content: inlines }] }),
  ),
);
const document = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((blocks): Document => ({ type: 'doc', content: blocks }));
const annotation = fc
  .record({ start: fc.nat(120), length: fc.integer({ min: 1, max: 50 }), kind: fc.nat(3) })
  .map(({ start, length, kind }): Annotation => {
    const span = { start, end: start + length };
    const note = { id: `n${start}`, text: 'a "note" & more' };
    if (kind === 0) return { ...span, type: 'quote', speaker: 'Ann <b>', footing: 'named' };
    if (kind === 1) return { ...span, type: 'speaker', note };
    return { ...span, type: 'time', datetime: '2015-03-25', ...(kind === 2 ? { note } : {}) };
  });
const annotations = fc.array(annotation, { maxLength: 12 });

const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, '');

/** Throws where an element is closed that is not the last one opened, and answers what lay in what. */
function pathsOf(html: string): string[] {
  const open: string[] = [];
  const paths: string[] = [];
  for (const [, close, name = ''] of html.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (name === 'br') continue;
    if (close) expect(open.pop()).toBe(name);
    else paths.push([...open, name].join(' ')) && open.push(name);
  }
  expect(open).toEqual([]);
  return paths;
}

test('annotations never change the words, and their elements nest', () => {
  fc.assert(
    fc.property(document, annotations, fc.constantFrom('en', undefined), (doc, found, language) => {
      const html = toHtml(doc, { language, annotations: placeAnnotations(doc, found) });
      expect(withoutTags(html)).toBe(withoutTags(toHtml(doc, { language })));
      for (const path of pathsOf(html)) {
        expect(path).not.toMatch(/\ba\b.*\b(?:a|button)\b/);
        expect(path).not.toMatch(/\btime\b.*\btime\b/);
      }
    }),
    { numRuns: 400 },
  );
});

test('annotations tear no link apart', () => {
  const countLinks = (html: string) => html.split('<a ').length;
  const linkOnly = fc.constantFrom<Mark[]>([], [{ type: 'link', attrs: { href: 'https://a.example/' } }]);
  const runs = fc.array(fc.record({ type: fc.constant('text' as const), text: words, marks: linkOnly }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(runs, annotations, (nodes, found) => {
      const doc: Document = { type: 'doc', content: [{ type: 'paragraph', content: nodes }] };
      const html = toHtml(doc, { annotations: placeAnnotations(doc, found) });
      expect(countLinks(html)).toBe(countLinks(toHtml(doc)));
    }),
  );
});

test('every time within a paragraph becomes an element around exactly its words', () => {
  const plain = fc.array(words, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(plain, fc.nat(30), fc.integer({ min: 1, max: 8 }), (paragraphs, start, length) => {
      const blocks = paragraphs.map(
        (text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] }),
      );
      const doc: Document = { type: 'doc', content: blocks };
      const text = toText(doc);
      const end = Math.min(start + length, text.length);
      fc.pre(start < end && !text.slice(start, end).includes('\n'));
      const found = placeAnnotations(doc, [{ type: 'time', datetime: '2015', start, end }]);
      const html = toHtml(doc, { annotations: found });
      const [, inside = ''] = /<time datetime="2015">(.*?)<\/time>/s.exec(html) ?? [];
      expect(inside).toBe(inlineHtml([{ type: 'text', text: text.slice(start, end) }]));
    }),
  );
});

const text = 'He said: "We begin on Monday, as agreed.\n\nOn Tuesday we rest."';
const doc: Document = {
  type: 'doc',
  content: text
    .split('\n\n')
    .map((words): Block => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
};
const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

test('a quotation over paragraphs is cut, and holds the times in it', () => {
  const found = placeAnnotations(doc, [
    { ...at(text.slice(10, -1)), type: 'quote', speaker: 'Ann Lee', footing: 'named' },
    {
      ...at('Monday'),
      type: 'time',
      datetime: '2015-03-30',
      note: { id: 'n1', text: 'Monday 30 March 2015' },
    },
  ]);
  const span = '<span data-speaker="Ann Lee" data-footing="named">';
  const button = '<button type="button" popovertarget="n1" title="Monday 30 March 2015"></button>';
  expect(toHtml(doc, { language: 'en', annotations: found })).toBe(
    `<p>He said: “${span}We begin on <time class="noted" datetime="2015-03-30">Monday${button}</time>, as agreed.</span></p>\n` +
      `<p>${span}On Tuesday we rest.</span>”</p>`,
  );
});

test('a time in a link is marked but cannot be called up, for a link holds no control', () => {
  const linked: Document = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'on Monday night',
            marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }],
          },
        ],
      },
    ],
  };
  const found = placeAnnotations(linked, [
    { start: 3, end: 9, type: 'time', datetime: '2015-03-30', note: { id: 'n1', text: 'x' } },
  ]);
  expect(toHtml(linked, { annotations: found })).toBe(
    '<p><a href="https://a.example/">on <time datetime="2015-03-30">Monday</time> night</a></p>',
  );
});
