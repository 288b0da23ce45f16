import { inlineText } from '#document/text-blocks.ts';
import { childOf, wordsOf } from '../xml-tree.ts';
import type { Dialect } from './dialect.ts';

/** PA Media, London: NITF and ninjs; the title is the slug with a number before it, and "end" closes the copy. */
export const pa: Dialect = {
  senders: /^(?:PA|PA Media|pa\.press\.net|pamediagroup\.com|PAPA)$|^(?:the )?press association/i,
  credit: 'PA',
  zone: 'Europe/London',
  nitf(draft, nitf) {
    const title = wordsOf(childOf(childOf(nitf, 'head'), 'title'));
    const slug = title?.replace(/^[\d.]{1,6}\W{1,3}/, '');
    if (slug !== undefined) draft.slugline = slug;
    if (draft.headline === title) draft.headline = slug;
    const last = draft.body?.content.at(-1);
    if (
      draft.body !== undefined &&
      last?.type === 'paragraph' &&
      /^\s*-?\s?ends?\s*$/i.test(inlineText(last.content ?? []))
    )
      draft.body = { type: 'doc', content: draft.body.content.slice(0, -1) };
  },
};
