import type { Marker } from './marked-copy.ts';

/**
 * What readers must and must not see of one story, told from the events alone: the rules of the paper in their plainest
 * form, to hold the program against. Takes are counted from 0 in the order they were sent.
 */
export type StoryModel = {
  state: 'absent' | 'waiting' | 'held' | 'published' | 'killed';
  versions: Set<number>;
  /** The wire version that counts, and its take. */
  version: number;
  take: number;
  withheld: boolean;
  embargoed: boolean;
  article?: {
    /** The take that is published, whether or not readers may see it now. */
    take: number;
    withheld: boolean;
    embargoed: boolean;
    retracted: boolean;
  };
  /** Takes that readers have seen. */
  seen: Set<number>;
};

export const newStory = (): StoryModel => ({
  state: 'absent',
  versions: new Set(),
  version: 0,
  take: -1,
  withheld: false,
  embargoed: false,
  seen: new Set(),
});

/** Readers may open its page. */
export const isShown = ({ state, article }: StoryModel): boolean =>
  state !== 'killed' && article !== undefined && !article.withheld && !article.embargoed;

/** Fronts, lists and feeds may point to it. */
export const isListed = (story: StoryModel): boolean => isShown(story) && !story.article?.retracted;

/** What a message of the provider does. */
export type WireEvent = {
  version: number;
  take: number;
  pubstatus: 'usable' | 'withheld' | 'canceled';
  embargoed: boolean;
  /** The rule of its source. */
  publish: boolean;
};

export function applyWire(story: StoryModel, event: WireEvent): void {
  if (story.versions.has(event.version)) return;
  story.versions.add(event.version);
  if (event.pubstatus === 'canceled') {
    story.state = 'killed';
    return;
  }
  if (event.version < story.version) return;
  const { version, take, embargoed } = event;
  Object.assign(story, { version, take, embargoed, withheld: event.pubstatus === 'withheld' });
  if (story.state === 'absent') story.state = 'waiting';
  if (story.state === 'killed' || story.state === 'held') return;
  if (story.withheld) {
    if (story.article) story.article.withheld = true;
  } else if (event.publish || story.state === 'published') show(story);
}

/** Whether the desk may publish it now. */
export const canPublish = ({ state, withheld }: StoryModel): boolean =>
  state !== 'absent' && state !== 'killed' && !withheld;

export function applyPublish(story: StoryModel, retract = false): void {
  if (!canPublish(story)) return;
  show(story);
  if (retract && story.article) story.article.retracted = true;
}

export function applyHold(story: StoryModel): void {
  if (story.state !== 'waiting' && story.state !== 'published') return;
  story.state = 'held';
  if (story.article) story.article.withheld = true;
}

export function applyKill(story: StoryModel): void {
  if (story.state !== 'absent') story.state = 'killed';
}

function show(story: StoryModel): void {
  story.state = 'published';
  story.article = {
    take: story.take,
    withheld: false,
    embargoed: story.embargoed,
    retracted: story.article?.retracted ?? false,
  };
  if (isShown(story)) story.seen.add(story.take);
}

export type Place = {
  /** An address of the story or of its history. */
  own: boolean;
  /** A list of corrections, where retracted articles stand too. */
  corrections: boolean;
  status: number;
};

/** Whether a marker of this story may stand at a place. */
export function mayStand(story: StoryModel | undefined, marker: Marker, place: Place): boolean {
  if (!story || marker.field === 'ednote' || !story.seen.has(marker.take)) return false;
  if (isListed(story)) return true;
  if (isShown(story)) return place.own || place.corrections;
  return story.state === 'killed' && place.own && place.status === 410 && marker.field === 'headline';
}
