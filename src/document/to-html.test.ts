import { expect, test } from 'vitest';
import type { Block, TextNode } from './document.ts';
import { inlineHtml } from './inline-html.ts';
import { toHtml } from './to-html.ts';

const text = (words: string, ...marks: ('italic' | 'code')[]): TextNode => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const tableOf = (cells: number): Block => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: Array.from({ length: cells }, (_, at) => ({
        type: 'tableCell',
        content: [{ type: 'paragraph', content: [text(String(at))] }],
      })),
    },
  ],
});
const html = (block: Block) => toHtml({ type: 'doc', content: [block] }, { tableName: 'Table "A"' });

test('a table of many columns lies in a named region that the keyboard can scroll', () => {
  expect(html(tableOf(4))).toMatch(
    /^<div class="table" role="region" tabindex="0" aria-label="Table &quot;A&quot;"><table>.*<\/table><\/div>$/,
  );
});

test('a narrow table, and one without a name, stands by itself', () => {
  expect(html(tableOf(3))).toMatch(/^<table>/);
  expect(toHtml({ type: 'doc', content: [tableOf(4)] })).toMatch(/^<table>/);
});

test('quotation marks are printed as the language has them, across marks, but not in code', () => {
  const line = [text('"'), text('Long Wave', 'italic'), text('", she said: '), text('"x"', 'code')];
  expect(inlineHtml(line, 'en')).toBe('“<em>Long Wave</em>”, she said: <code>"x"</code>');
  expect(inlineHtml(line)).toContain('"<em>Long Wave</em>"');
});

test('preformatted text keeps the marks that were typed', () => {
  const pre: Block = { type: 'preformatted', content: [text('"a"')] };
  expect(toHtml({ type: 'doc', content: [pre] }, { language: 'en' })).toBe('<pre>"a"</pre>');
});
