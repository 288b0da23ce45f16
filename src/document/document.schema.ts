import { z } from 'zod';
import { type Block, type Document, MAX_DEPTH } from './document.ts';
import { safeHref } from './safe-href.ts';

const href = z.string().refine((value) => safeHref(value) !== undefined, 'an http, https or mailto address');

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'code', 'superscript', 'subscript']) }),
  z.strictObject({ type: z.literal('link'), attrs: z.object({ href }) }),
]);
const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(mark).max(6).optional(),
});
const inline = z.array(
  z.discriminatedUnion('type', [text, z.strictObject({ type: z.literal('hardBreak') })]),
);

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inline.optional() });
const span = z.int().min(1).max(100);
const cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.strictObject({ colspan: span.optional(), rowspan: span.optional() }).optional(),
  content: z.array(paragraph).min(1),
});
const row = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1) });

const words = z.string().optional();
const figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({
    media: z.int().positive().optional(),
    src: href.optional(),
    alt: words,
    caption: words,
    credit: words,
  }),
});

const flat = [
  paragraph,
  z.strictObject({
    type: z.literal('heading'),
    attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
    content: inline.optional(),
  }),
  z.strictObject({ type: z.literal('preformatted'), content: z.array(text).optional() }),
  z.strictObject({ type: z.literal('horizontalRule') }),
  figure,
] as const;

/** One schema per level, so that a body from anywhere is checked in bounded depth without recursion. */
function blocksAt(depth: number): z.ZodType<Block[]> {
  if (depth >= MAX_DEPTH) return z.array(z.discriminatedUnion('type', [...flat]));
  const deeper = blocksAt(depth + 1);
  const items = z.array(z.strictObject({ type: z.literal('listItem'), content: deeper })).min(1);
  return z.array(
    z.discriminatedUnion('type', [
      ...flat,
      z.strictObject({ type: z.literal('table'), content: z.array(row).min(1) }),
      z.strictObject({ type: z.literal('blockquote'), content: deeper }),
      z.strictObject({ type: z.literal('bulletList'), content: items }),
      z.strictObject({
        type: z.literal('orderedList'),
        attrs: z.strictObject({ start: z.int().optional() }).optional(),
        content: items,
      }),
    ]),
  );
}

/** A body as it comes from the database, the desk or the API; refuses nodes, marks, addresses and depths that are not ours. */
export const documentSchema: z.ZodType<Document> = z.strictObject({
  type: z.literal('doc'),
  content: blocksAt(0),
});
