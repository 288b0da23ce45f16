import type { Figure } from '#document/document.ts';
import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import type { WireItem, WireSourceRow } from '#features/wire/wire.ts';
import { AppError } from '#lib/errors.ts';
import { readerHeadline } from './reader-headline.ts';
import type { PictureReference, TakeRow } from './stories.tables.ts';

export type TakeWireItem = {
  source: WireSourceRow;
  itemId: number;
  version: number;
  item: WireItem;
  editions: EditionRow[];
  sections: SectionRow[];
  at: Date;
};

/** @throws AppError bad_input where the item has neither headline nor slug line, so that nothing could be shown of it. */
export function headlineOf(item: WireItem): string {
  const headline = item.headline ?? item.slugline;
  if (!headline && item.pubstatus === 'usable') {
    throw new AppError('bad_input', `Item ${item.uri} has no headline; a story needs one.`);
  }
  return readerHeadline(headline ?? '');
}

/** A wire item as a take of a story under these topics. */
export const toTake = (
  { item, itemId, source, at }: TakeWireItem,
  place: { story_id: number; number: number; topics: number[] },
): TakeRow => ({
  ...place,
  headline: headlineOf(item),
  deck: item.abstract ?? '',
  body: item.body,
  byline: item.byline ?? '',
  credit: item.credit ?? '',
  located: item.located ?? '',
  language: item.language ?? 'und',
  urgency: item.urgency ?? null,
  ed_note: item.ednote ?? '',
  pictures: picturesOf(item),
  signal: item.signal ?? [],
  wire_item_id: itemId,
  made_by: `wire:${source.name}`,
  made_at: at,
});

/** The pictures that come with an item; those in its text are named there already, the first of all leads. */
export function picturesOf(item: WireItem): PictureReference[] {
  const isPicture = (type: string | undefined) =>
    type === undefined || /^image\//.test(type) || type === 'picture';
  const attached = item.media
    .filter((media) => media.href && isPicture(media.type))
    .map(({ href = '', alt, caption, credit }) => ({ href, alt, caption, credit }));
  const inText = item.body.content
    .filter((block): block is Figure => block.type === 'figure')
    .flatMap(({ attrs }) => (attrs.src ? [{ ...attrs, href: attrs.src }] : []))
    .map(({ href, alt, caption, credit }) => ({ href, alt, caption, credit }));
  const byHref = new Map([...inText, ...attached].map((picture) => [picture.href, picture]));
  return [...byHref.values()];
}

/** The item that this one translates, if it says so. */
export const originalGuid = (item: WireItem): string | undefined =>
  item.links.find((link) => link.rel?.toLowerCase().replace(/^.*:/, '') === 'translationof')?.href;
