import type { Figure } from '#document/document.ts';
import {
  type EditionRow,
  type MappedSubjects,
  mapSubjects,
  type SectionRow,
  type SubjectMap,
} from '#features/taxonomy/taxonomy.ts';
import type { WireItem, WireSourceRow } from '#features/wire/wire.ts';
import { AppError } from '#lib/errors.ts';
import { readerHeadline } from './reader-headline.ts';
import { subjectSlugs } from './route-item.ts';
import type { Ruling } from './rules/apply-rules.ts';
import type { PictureReference, TakeRow } from './stories.tables.ts';

export type TakeWireItem = {
  source: WireSourceRow;
  itemId: number;
  version: number;
  item: WireItem;
  editions: EditionRow[];
  sections: SectionRow[];
  /** What subjects mean in an edition. */
  subjects: (edition: string) => SubjectMap;
  ruling: Ruling;
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
  { item, itemId, source, ruling, at }: TakeWireItem,
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
  urgency: ruling.urgency ?? item.urgency ?? null,
  ed_note: item.ednote ?? '',
  pictures: picturesOf(item),
  signal: item.signal ?? [],
  wire_item_id: itemId,
  made_by: `wire:${source.name}`,
  made_at: at,
});

/** What the subjects and the urgency of an item mean in an edition. */
export const mappedSubjects = (
  { item, subjects }: Pick<TakeWireItem, 'item' | 'subjects'>,
  edition: string,
): MappedSubjects => mapSubjects(subjects(edition), [...item.subject, { code: `urgency:${item.urgency}` }]);

/** The slugs of the topics that an item may mean, and of those that rules file it under. */
export const topicSlugs = ({ item, ruling }: Pick<TakeWireItem, 'item' | 'ruling'>): string[] => [
  ...subjectSlugs(item),
  ...ruling.topics,
];

/** The pictures that come with an item; those in its text are named there already, the first of all leads. */
export function picturesOf(item: WireItem): PictureReference[] {
  const isPicture = (type: string | undefined) =>
    type === undefined || /^(?:image(?:\/.*)?|picture|graphic)$/i.test(type);
  const drawn = item.type === 'graphic' ? 'graphic' : undefined;
  const attached = item.media
    .filter((media) => media.href && isPicture(media.type))
    .map(({ href = '', alt, caption, credit, kind }) => ({
      href,
      alt,
      caption,
      credit,
      kind: drawn ?? kind,
    }));
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
