import { expect, it } from 'vitest';
import { toNormalisedItem } from './normalised-item.ts';
import { parseMessage } from './parse-message.ts';

it('has arrays that are always there and no key without a value', () => {
  const [item] = parseMessage(
    new TextEncoder().encode('{"uri":"urn:x:1","body_html":"<p>a &lt; b</p><p>c</p>"}'),
  ).items;
  expect(item && toNormalisedItem(item)).toEqual({
    uri: 'urn:x:1',
    type: 'text',
    body_text: 'a < b\n\nc',
    body_html: '<p>a &lt; b</p>\n<p>c</p>',
    pubstatus: 'usable',
    subject: [],
    links: [],
    media: [],
    notes: ['No headline was found.'],
  });
});
