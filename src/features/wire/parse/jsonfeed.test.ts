import { expect, it } from 'vitest';
import { toHtml } from '#document/to-html.ts';
import { parseMessage } from './parse-message.ts';

const parse = (items: unknown[]) =>
  parseMessage(
    new TextEncoder().encode(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Harbour',
        home_page_url: 'https://h.example/',
        language: 'en',
        authors: [{ name: 'Desk' }],
        items,
      }),
    ),
  );

it('reads an item of JSON Feed 1.1', () => {
  const { format, items } = parse([
    {
      id: '1',
      url: 'https://h.example/1',
      title: 'One',
      content_html: '<p>a <a href="x">x</a></p>',
      summary: 'S',
      date_published: '2026-03-24T10:05:00+09:00',
      tags: ['sea'],
      image: 'https://pix.example/1.jpg',
    },
  ]);
  expect(format).toBe('jsonfeed');
  expect(items[0]).toMatchObject({
    uri: '1',
    headline: 'One',
    byline: 'Desk',
    language: 'en',
    abstract: 'S',
    firstcreated: '2026-03-24T10:05:00+09:00',
    subject: [{ name: 'sea' }],
    media: [{ href: 'https://pix.example/1.jpg', type: 'image' }],
  });
  expect(items[0] && toHtml(items[0].body)).toBe('<p>a <a href="https://h.example/x">x</a></p>');
});

it('keeps an item that is none apart, with its place', () => {
  expect(parse([{ id: 1, content_text: 'a' }, null]).failures).toEqual([
    { position: 1, reason: 'The item is not a JSON object.' },
  ]);
});
