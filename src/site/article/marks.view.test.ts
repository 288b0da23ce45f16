import { expect, test } from 'vitest';
import type { Block, Document } from '#document/document.ts';
import { toHtml } from '#document/to-html.ts';
import { toText } from '#document/to-text.ts';
import { readRecord, type TextRecord } from '#record/read-record.ts';
import { toMarks } from './marks.view.ts';

const bodyOf = (...paragraphs: string[]): Document => ({
  type: 'doc',
  content: paragraphs.map((text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
const read = (body: Document) => readRecord(toText(body), { published: '2015-03-25', language: 'en' });
const show = (body: Document, record: TextRecord = read(body)) => {
  const { annotations, notes } = toMarks(body, record, 'en');
  return { html: toHtml(body, { language: 'en', annotations }), notes: notes.map(({ text }) => text) };
};

test('a time that says less than its date can be called up, once for all that mean the same', () => {
  const { html, notes } = show(bodyOf('They met on Tuesday.', 'On Tuesday nothing was said of 4 May 2011.'));
  expect(notes).toEqual(['Tuesday 24 March 2015']);
  expect(
    html.match(/<time class="noted" datetime="2015-03-24">Tuesday<button[^>]*popovertarget="note-1"/g),
  ).toHaveLength(2);
  expect(html).toContain('<time datetime="2011-05-04">4 May 2011</time>');
});

test('a time in quoted speech lies in its quotation, which has its speaker', () => {
  const { html } = show(bodyOf('“We are going to vote on Thursday whatever happens,” John Smith said.'));
  expect(html).toMatch(
    /“<span data-speaker="John Smith" data-footing="named">We are .* <time class="noted" datetime="2015-03-26">Thursday<button.*<\/button><\/time> whatever happens,?<\/span>/,
  );
});

test('a speaker called by the last name can be called up by the full one', () => {
  const body = bodyOf(
    'John Smith came to the meeting on foot.',
    '“We are going to vote whatever happens,” Smith said.',
  );
  const { html, notes } = show(body);
  expect(notes).toContain('John Smith');
  expect(html).toMatch(/<span class="noted">Smith<button[^>]* title="John Smith"><\/button><\/span> said/);
});

test('what is not sure stays plain text', () => {
  const body = bodyOf('They met on Tuesday.', '“We are going to vote whatever happens,” John Smith said.');
  const doubt = <T extends { confidence: number }>(finds: T[]) =>
    finds.map((find) => ({ ...find, confidence: 0.7 }));
  const record = read(body);
  const doubtful = { ...record, times: doubt(record.times), quotes: doubt(record.quotes) };
  expect(show(body, record).html).not.toBe(toHtml(body, { language: 'en' }));
  expect(show(body, doubtful)).toEqual({ html: toHtml(body, { language: 'en' }), notes: [] });
});
