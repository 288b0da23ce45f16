import { findMarkers, type MarkedField, type Marker, toMarker } from './marked-copy.ts';
import { isListed, isShown, mayStand, type Place, type StoryModel } from './story-model.ts';
import { ask, askStream, type SeenAnswer, type Surfaces } from './surfaces.ts';

/** A story of the test: what it should show, and where it is in the paper. */
export type TrackedStory = { model: StoryModel; edition: 'en' | 'ko'; storyId?: number };

type Walk = {
  origin: string;
  stories: readonly TrackedStory[];
  surfaces: Surfaces;
  /** Of a partner who may have every article. */
  partnerKey?: string;
};

/**
 * What is wrong on a node's surfaces, a sentence for each. `shown`: what may not be read there, never excused. `missing`:
 * what should be there; a page that is being made anew may stand in its old form for a moment.
 */
export type Wrongs = { shown: string[]; missing: string[] };

const together = (all: Wrongs[]): Wrongs => ({
  shown: all.flatMap(({ shown }) => shown),
  missing: all.flatMap(({ missing }) => missing),
});

/** Walks every surface of a node. */
export async function findWrongs(walk: Walk): Promise<Wrongs> {
  const { origin, surfaces } = walk;
  const lists = await Promise.all(surfaces.lists.map((path) => ask(origin, path)));
  const shown = lists.flatMap((answer) => leaksIn(walk, answer, { own: false }));
  const found = await Promise.all([
    ...surfaces.streams.map((stream) => wrongsInStream(walk, stream)),
    ...surfaces.articles.map((article) => wrongsAtArticle(walk, article)),
    wrongFiles(walk, surfaces.unused, false),
    ...(walk.partnerKey === undefined ? [] : [wrongsForPartner(walk, walk.partnerKey)]),
  ]);
  return together([{ shown, missing: missingFromLists(walk, lists) }, ...found]);
}

function leaksIn({ stories }: Walk, answer: SeenAnswer, { own }: { own: boolean }, of?: number): string[] {
  const corrections = /\/corrections(\?|$)/.test(answer.path);
  return answer.markers
    .filter((marker) => {
      const place: Place = { own: own && marker.story === of, corrections, status: answer.status };
      return !mayStand(stories[marker.story]?.model, marker, place);
    })
    .map((marker) => `${answer.path} (${answer.status}) shows ${toMarker(marker)}, which nobody may read`);
}

/** A listed story stands in Latest, its section, the feeds of both and the sitemaps; by its headline or its address. */
function missingFromLists({ stories, surfaces }: Walk, lists: SeenAnswer[]): string[] {
  return stories.flatMap((story, index) => {
    const article = surfaces.articles.find(({ storyId }) => storyId === story.storyId);
    if (!article || !isListed(story.model)) return [];
    const prefix = story.edition === 'ko' ? '/ko' : '';
    const section = article.path.slice(prefix.length + 1).split('/')[0];
    const headline: Marker = { story: index, take: story.model.article?.take ?? 0, field: 'headline' };
    const pages = ['latest', section].flatMap((name) => [
      `${prefix}/${name}`,
      ...['rss', 'atom', 'json'].map((format) => `${prefix}/feeds/${name}.${format}`),
    ]);
    const mute = pages.filter((path) => !shows(lists, path, toMarker(headline)));
    const maps = ['/sitemaps/articles-1.xml', '/news-sitemap.xml'].filter(
      (path) => !shows(lists, path, article.path),
    );
    return [...mute, ...maps].map((path) => `${path} lacks the published story ${index}`);
  });
}

const shows = (lists: SeenAnswer[], path: string, words: string): boolean =>
  lists.some((answer) => answer.path === path && answer.text.includes(words));

async function wrongsInStream(walk: Walk, { edition, path }: Surfaces['streams'][number]): Promise<Wrongs> {
  const listed = walk.stories.filter((story) => story.edition === edition && isListed(story.model));
  const text = await askStream(walk.origin, path, listed.length);
  const shown = leaksIn(walk, { path, status: 200, markers: findMarkers(text), text }, { own: false });
  const missing = listed.flatMap(({ model }) => {
    const story = walk.stories.findIndex((one) => one.model === model);
    const headline = toMarker({ story, take: model.article?.take ?? 0, field: 'headline' });
    return text.includes(headline) ? [] : [`${path} does not tell of the published story ${story}`];
  });
  return { shown, missing };
}

async function wrongsAtArticle(walk: Walk, article: Surfaces['articles'][number]): Promise<Wrongs> {
  const index = walk.stories.findIndex(({ storyId }) => storyId === article.storyId);
  const model = walk.stories[index]?.model;
  if (!model) throw new Error(`article ${article.id} is of no story of this test`);
  const found: Wrongs[] = [];
  for (const path of article.addresses) {
    const answer = await ask(walk.origin, path);
    const shown = leaksIn(walk, answer, { own: true }, index);
    const current = path === article.path || path === `${article.path}/history`;
    const wanted = isShown(model) ? [current ? 200 : 301] : goneStatuses(model);
    const status = wanted.includes(answer.status) ? [] : [`${path} answers ${answer.status}, not ${wanted}`];
    const words = isShown(model) && path === article.path ? missingWords(model, index, answer, article) : [];
    if (isShown(model)) found.push({ shown, missing: [...status, ...words] });
    else found.push({ shown: [...shown, ...status], missing: [] });
  }
  found.push(await wrongInApi(walk, article, model, index));
  // Pictures are shown with the article, its card only where links to it may be.
  found.push(await wrongFiles(walk, article.cards, isListed(model)));
  found.push(await wrongFiles(walk, article.media, isShown(model)));
  return together(found);
}

/** The API tells of what may be pointed to; the tombstone there has no words. */
async function wrongInApi(
  walk: Walk,
  { api }: Surfaces['articles'][number],
  model: StoryModel,
  story: number,
): Promise<Wrongs> {
  const answer = await ask(walk.origin, api);
  const shown = leaksIn(walk, answer, { own: false });
  const wanted = isListed(model) ? [200] : isShown(model) ? [410] : goneStatuses(model);
  const status = wanted.includes(answer.status) ? [] : [`${api} answers ${answer.status}, not ${wanted}`];
  if (!isListed(model)) return { shown: [...shown, ...status], missing: [] };
  const headline = toMarker({ story, take: model.article?.take ?? 0, field: 'headline' });
  return {
    shown,
    missing: [...status, ...(answer.text.includes(headline) ? [] : [`${api} lacks ${headline}`])],
  };
}

const PARTNER_PATHS = ['ninjs', 'atom'].map((format) => `/api/partner/${format}?since=0`);

async function wrongsForPartner(walk: Walk, key: string): Promise<Wrongs> {
  const answers = await Promise.all(PARTNER_PATHS.map((path) => ask(walk.origin, path, key)));
  const shown = answers.flatMap((answer) => leaksIn(walk, answer, { own: false }));
  const missing = walk.stories.flatMap(({ model }, story) => {
    const headline = toMarker({ story, take: model.article?.take ?? 0, field: 'headline' });
    const mute = isListed(model) ? answers.filter(({ text }) => !text.includes(headline)) : [];
    return mute.map(({ path }) => `${path} lacks the published story ${story}`);
  });
  return { shown, missing };
}

/** Its tombstone stands where readers saw the article; one that went back behind an embargo first leaves none. */
function goneStatuses({ state, seen, article }: StoryModel): number[] {
  if (state !== 'killed' || seen.size === 0) return [404];
  return article?.embargoed ? [404, 410] : [410];
}

function missingWords(
  model: StoryModel,
  story: number,
  answer: SeenAnswer,
  { media }: Surfaces['articles'][number],
): string[] {
  const fields: MarkedField[] = ['headline', 'deck', 'body', 'byline'];
  if (media.length > 0) fields.push('caption');
  return fields
    .map((field) => toMarker({ story, take: model.article?.take ?? 0, field }))
    .filter((word) => !answer.text.includes(word))
    .map((word) => `${answer.path} lacks ${word}`);
}

async function wrongFiles({ origin }: Walk, paths: string[], there: boolean): Promise<Wrongs> {
  const wrong: string[] = [];
  for (const path of paths) {
    const { status } = await ask(origin, path);
    if (status !== (there ? 200 : 404)) wrong.push(`${path} answers ${status}`);
  }
  return there ? { shown: [], missing: wrong } : { shown: wrong, missing: [] };
}
