import { expect, it } from 'vitest';
import { parseXml } from './parse-xml.ts';
import { childOf, wordsOf } from './xml-tree.ts';

it('resolves the names of HTML, and never a name that the document defines', () => {
  const { root, notes } = parseXml(
    '<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y SYSTEM "file:///etc/passwd">]><a>&eacute;&x;&y;&amp;</a>',
  );
  expect(wordsOf(root)).toBe('é&');
  expect(notes).toEqual(['Left out: references to entities that are not expanded (x, y).']);
});

it('names an element by its namespace, whatever the prefix, and knows common prefixes unbound', () => {
  const { root } = parseXml(
    '<r xmlns:z="http://purl.org/dc/elements/1.1/"><z:creator>a</z:creator><dc:subject>b</dc:subject></r>',
  );
  expect(wordsOf(childOf(root, 'creator', 'dc'))).toBe('a');
  expect(wordsOf(childOf(root, 'subject', 'dc'))).toBe('b');
});

it('refuses what nests too deep or has too many attributes, with a sentence', () => {
  expect(() => parseXml('<a>'.repeat(5_000))).toThrow('more than 1000 deep');
  const attributes = Array.from({ length: 2_000 }, (_, at) => `a${at}="1"`).join(' ');
  expect(() => parseXml(`<a ${attributes}/>`)).toThrow('more attributes');
});

it('treats names of object prototypes as any other', () => {
  const { root } = parseXml(
    '<__proto__ constructor="1" toString="2"><hasOwnProperty>&toString;&constructor;x</hasOwnProperty></__proto__>',
  );
  expect(root.name).toBe('__proto__');
  expect(wordsOf(childOf(root, 'hasOwnProperty'))).toBe('x');
});
