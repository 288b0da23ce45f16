import { expect, test } from 'vitest';
import { parseMessage } from './parse-message.ts';

const linksOf = (href: string) => {
  const item = {
    uri: 'urn:x:1',
    type: 'text',
    headline: 'One',
    body_text: 'Text.',
    links: [{ rel: 'translationOf', href }],
  };
  return parseMessage(new TextEncoder().encode(JSON.stringify(item))).items[0]?.links;
};

test.each([
  'urn:newsml:agency.example:20310301:42',
  'tag:agency.example,2031:42',
  'https://agency.example/42',
])('a link to another item named %s is kept', (href) => {
  expect(linksOf(href)).toEqual([{ rel: 'translationOf', href }]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'urn:other', 'tag:a b'])(
  'a link to %s is not',
  (href) => {
    expect(linksOf(href)).toEqual([]);
  },
);
