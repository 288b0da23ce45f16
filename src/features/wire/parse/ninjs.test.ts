import { expect, it } from 'vitest';
import { toText } from '#document/to-text.ts';
import { parseMessage } from './parse-message.ts';

const parse = (value: unknown) => parseMessage(new TextEncoder().encode(JSON.stringify(value)));

it('reads ninjs 1.x with its flat keys', () => {
  const [item] = parse({
    uri: 'urn:x:1',
    type: 'text',
    version: '2',
    versioncreated: '2026-03-24T10:05:00+09:00',
    headline: 'Ferry <fire> & after',
    byline: 'Jo Doe',
    urgency: 3,
    language: 'EN',
    located: 'Pohang',
    ednote: 'hold',
    infosource: [{ name: 'Nordwire' }],
    subject: [{ code: 'medtop:20000139', name: 'accident' }],
    body_text: 'Plain.',
    body_xhtml: '<p>Rich <b>body</b>.</p>',
  }).items;
  expect(item).toMatchObject({
    uri: 'urn:x:1',
    version: 2,
    headline: 'Ferry <fire> & after',
    language: 'en',
    credit: 'Nordwire',
    ednote: 'hold',
    versioncreated: '2026-03-24T10:05:00+09:00',
  });
  expect(item && toText(item.body)).toBe('Rich body.');
});

it('reads ninjs 2.x and 3.x with their lists, whatever the letter case', () => {
  for (const [contentType, versionCreated, embargoed] of [
    ['contenttype', 'versioncreated', 'embargoed'],
    ['contentType', 'versionCreated', 'embargoedUntil'],
  ] as const) {
    const [item] = parse({
      uri: 'urn:x:2',
      type: 'picture',
      pubStatus: 'withheld',
      [versionCreated]: '2026-03-24T10:05:00Z',
      [embargoed]: '2026-03-25T00:00:00Z',
      headlines: [
        { role: 'short', value: 'Short' },
        { role: 'main', value: 'The main one' },
      ],
      descriptions: [
        { role: 'caption', value: 'A ferry' },
        { role: 'summary', value: 'What happened' },
      ],
      bodies: [
        { role: 'main', [contentType]: 'text/html', value: '<p>Body.</p><p class="ednote">secret</p>' },
      ],
      renditions: [
        { name: 'main', href: 'https://pix.example/1.jpg', [contentType]: 'image/jpeg', width: 10 },
      ],
      associations: [
        { name: 'a', uri: 'https://wire.example/9', type: 'text', headlines: [{ value: 'Other' }] },
      ],
    }).items;
    expect(item).toMatchObject({
      type: 'picture',
      pubstatus: 'withheld',
      headline: 'The main one',
      abstract: 'What happened',
      embargoed: '2026-03-25T00:00:00Z',
      ednote: 'secret',
      media: [{ href: 'https://pix.example/1.jpg', width: 10, caption: 'A ferry' }],
      links: [{ href: 'https://wire.example/9', rel: 'item', title: 'Other' }],
    });
    expect(item && toText(item.body)).toBe('Body.');
  }
});

it('keeps a bad item apart from the good ones around it', () => {
  const parsed = parse({
    items: [{ uri: 'urn:x:1', headline: 'One' }, 17, { uri: 'urn:x:3', headline: 'Three' }],
  });
  expect(parsed.items.map((item) => item.uri)).toEqual(['urn:x:1', 'urn:x:3']);
  expect(parsed.failures).toEqual([{ position: 1, reason: 'The item is not a JSON object.' }]);
});

it('says in a sentence what is wrong with JSON that holds no news', () => {
  expect(() => parse({ a: 1 })).toThrow('The JSON holds no news item');
  expect(() => parseMessage(new TextEncoder().encode('{"uri": '))).toThrow('not well-formed JSON');
});
