import { expect, it } from 'vitest';
import { documentSchema } from './document.schema.ts';

const doc = (content: unknown): unknown => ({ type: 'doc', content });
const accepts = (value: unknown): boolean => documentSchema.safeParse(value).success;

it('accepts the nodes and marks of the schema', () => {
  const link = { type: 'link', attrs: { href: 'https://x.example/' } };
  expect(accepts(doc([{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [link] }] }]))).toBe(
    true,
  );
});

it('refuses script addresses, unknown nodes and unknown attributes', () => {
  const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
  expect(accepts(doc([{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [link] }] }]))).toBe(
    false,
  );
  expect(accepts(doc([{ type: 'rawHtml', html: '<b>' }]))).toBe(false);
  expect(accepts(doc([{ type: 'paragraph', onclick: 'x' }]))).toBe(false);
});

it('refuses a body nested deeper than blocks may lie, however deep', () => {
  let block: unknown = { type: 'paragraph' };
  for (let depth = 0; depth < 8; depth += 1) block = { type: 'blockquote', content: [block] };
  expect(accepts(doc([block]))).toBe(true);
  for (let depth = 0; depth < 20_000; depth += 1) block = { type: 'blockquote', content: [block] };
  expect(accepts(doc([block]))).toBe(false);
});
