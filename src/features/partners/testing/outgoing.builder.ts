import type { Document } from '#document/document.ts';
import type { OutgoingArticle, OutgoingStop } from '../outgoing.ts';

const text = (words: string, ...marks: ('bold' | 'italic')[]) => ({
  type: 'text' as const,
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});

/** A body with everything that a document can hold. */
export const FULL_BODY: Document = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        text('Ships & boats wait '),
        text('outside', 'bold', 'italic'),
        text(' the harbour, '),
        {
          type: 'text',
          text: 'officials said',
          marks: [{ type: 'link', attrs: { href: 'https://port.example/?a=1&b="2"' } }],
        },
        { type: 'hardBreak' },
        text('on <Tuesday>.'),
      ],
    },
    { type: 'heading', attrs: { level: 2 }, content: [text('What happens now')] },
    {
      type: 'blockquote',
      content: [{ type: 'paragraph', content: [text('“We wait,” the captain said.')] }],
    },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [text('Forty ships')] }] },
        {
          type: 'listItem',
          content: [
            { type: 'paragraph', content: [text('Two ferries')] },
            {
              type: 'orderedList',
              content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('The Anna')] }] }],
            },
          ],
        },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [{ type: 'paragraph', content: [text('Berth')] }] },
            {
              type: 'tableCell',
              attrs: { colspan: 2 },
              content: [{ type: 'paragraph', content: [text('Seven')] }],
            },
          ],
        },
      ],
    },
    { type: 'preformatted', content: [text('one\n  two')] },
    { type: 'horizontalRule' },
    { type: 'figure', attrs: { src: 'https://wire.example/harbour.jpg', alt: 'A harbour' } },
    { type: 'paragraph', content: [text('The fog lifted at noon, and nobody was hurt.')] },
  ],
};

/** An article as a partner gets it, with every field filled in. */
export const buildOutgoing = (changed: Partial<OutgoingArticle> = {}): OutgoingArticle => ({
  status: 'usable',
  id: 7,
  guid: 'tag:paper.example,2026-03-04:article/7',
  version: 3,
  url: 'https://paper.example/world/2026/03/04/fog-closes-harbour',
  language: 'en',
  publisher: 'The Paper & Post',
  signal: 'correction',
  note: 'An earlier version gave 50 ships; there were 40.',
  firstCreated: new Date('2026-03-04T09:30:00Z'),
  versionCreated: new Date('2026-03-04T12:00:00Z'),
  headline: 'Fog closes the “old” harbour & port',
  deck: 'Ships wait outside until noon',
  excerpt: 'Ships wait outside until noon',
  byline: 'Ann Lee and Bo Marsh',
  authors: ['Ann Lee', 'Bo Marsh'],
  credit: 'The Paper & Post',
  located: 'VELTEN',
  urgency: 3,
  section: { slug: 'world', name: 'World' },
  subjects: [
    { slug: 'shipping', name: 'Shipping', code: 'medtop:20000337' },
    { slug: 'fog', name: 'Fog' },
  ],
  body: FULL_BODY,
  pictures: [
    {
      url: 'https://paper.example/media/0123456789ab/original-1280.jpg',
      type: 'image/jpeg',
      width: 1280,
      height: 853,
      alt: 'A harbour in fog',
      caption: 'The old harbour on Tuesday',
      credit: 'Cy Dorn/The Paper & Post',
      rights: 'Cy Dorn',
      href: 'https://wire.example/harbour.jpg',
    },
  ],
  rights: {
    holder: 'The Paper & Post',
    notice: '© 2026 The Paper & Post',
    terms: 'For publication by Harbour Weekly; not to be passed on.',
  },
  words: 42,
  ...changed,
});

/** The order to take an article back. */
export const buildStop = (changed: Partial<OutgoingStop> = {}): OutgoingStop => ({
  status: 'canceled',
  id: 7,
  guid: 'tag:paper.example,2026-03-04:article/7',
  version: 4,
  publisher: 'The Paper & Post',
  language: 'en',
  versionCreated: new Date('2026-03-04T13:00:00Z'),
  ...changed,
});
