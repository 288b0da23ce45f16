import type { StoryRow, TakeRow } from '#features/stories/stories.ts';
import { NEVER, picturesOf } from '#features/stories/stories.ts';
import type { EditionRow } from '#features/taxonomy/taxonomy.ts';
import type { PlacedItem, WireItem } from '#features/wire/wire.ts';
import { oldPathOf, type Places, type PostPlace, placeOfPost, slugOf } from './post-place.ts';

/** A post and what will become of it. */
export type PlannedPost = PostPlace & {
  item: WireItem;
  position: number;
  oldAddress: string | undefined;
  oldPath: string | undefined;
  /** It was public and is complete: it becomes an article. */
  goesOut: boolean;
  /** When it was published first. */
  at: Date;
  /** When its text changed last. */
  updatedAt: Date;
};

/** Only what everybody could read goes out, at the time it had; what cannot stand by itself waits for the desk. */
export function planPost({ item, position }: PlacedItem, places: Places, now: Date): PlannedPost {
  const place = placeOfPost(item, places);
  const oldAddress = item.links.find(({ rel }) => rel === 'alternate')?.href;
  const first = timeOf(item.firstcreated, now);
  const updated = timeOf(item.versioncreated, now) ?? first ?? now;
  const lacks = [
    ...(item.headline ? [] : ['It has no headline; it waits for the desk.']),
    ...(first ? [] : ['It has no time of publication; it waits for the desk.']),
  ];
  const isPublic = item.pubstatus === 'usable' && item.embargoed === undefined;
  return {
    ...place,
    item,
    position,
    oldAddress,
    oldPath: oldPathOf(oldAddress),
    goesOut: isPublic && lacks.length === 0,
    at: first ?? updated,
    updatedAt: first && first > updated ? first : updated,
    notes: [...item.notes, ...place.notes, ...(isPublic ? lacks : [])],
  };
}

/** Clocks of old sites were wrong, too: nothing that was public there lies in the future. */
function timeOf(time: string | undefined, now: Date): Date | undefined {
  const at = Date.parse(time ?? '');
  return Number.isNaN(at) ? undefined : new Date(Math.min(at, now.getTime()));
}

export const toStory = (post: PlannedPost, edition: EditionRow) => ({
  edition: edition.code,
  section_id: post.section.id,
  state: 'draft' as const,
  slug: slugOf(post.oldPath),
  wire_source_id: null,
  wire_guid: post.item.uri,
  wire_version: null,
  current_take: 1,
  translation_of: null,
  withheld: !post.goesOut,
  embargo_until: embargoOf(post.item),
  created_at: post.at,
  updated_at: post.updatedAt,
});

function embargoOf({ embargoed }: WireItem): Date | null {
  if (embargoed === undefined) return null;
  return embargoed === 'indefinite' ? NEVER : new Date(embargoed);
}

/** A post as the first take of its story. */
export const toTake = (
  post: PlannedPost,
  edition: EditionRow,
  { story, topics, madeBy }: { story: StoryRow; topics: number[]; madeBy: string },
): TakeRow => ({
  story_id: story.id,
  number: 1,
  headline: post.item.headline ?? '',
  deck: post.item.abstract ?? '',
  body: post.item.body,
  byline: post.item.byline ?? '',
  credit: '',
  located: '',
  language: post.item.language ?? edition.language,
  urgency: null,
  // What is said of posts that wait is for whoever decides on them.
  ed_note: [post.item.ednote ?? '', ...(post.goesOut ? [] : post.notes)].filter(Boolean).join('\n'),
  topics,
  pictures: picturesOf(post.item),
  signal: [],
  wire_item_id: null,
  made_by: madeBy,
  made_at: post.updatedAt,
});
