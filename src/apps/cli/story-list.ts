import {
  listClusters,
  listStories,
  NEVER,
  type Neighbour,
  STORY_STATES,
  type StoryListing,
  type StoryState,
} from '#features/stories/stories.ts';
import { type Call, WrongUse } from './command.ts';
import type { storyListOptions } from './story-list.command.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

type StoryList = Call<typeof storyListOptions>;

/** `dateline story list` */
export async function storyList(call: StoryList): Promise<undefined> {
  const { values, words, print, say } = call;
  if (words.length > 0) throw new WrongUse(`"${words[0]}" is one word too many.`);
  const state = readState(values.state);
  const limit = readLimit(values.limit);
  await withDatabase(call, async (db) => {
    const stories = await listStories(db, { state, limit, desk: values.desk, alerts: values.alerts });
    const clusters = values.clusters
      ? await listClusters(
          db,
          stories.map(({ id }) => id),
        )
      : undefined;
    const cluster = (story: StoryListing) => clusters && { cluster: clusters.get(story.id) ?? [] };
    if (values.json) {
      const views = stories.map((story) => ({ ...toView(story), ...cluster(story) }));
      return print(`${JSON.stringify(views, null, 2)}\n`);
    }
    if (stories.length === 0) return say('There are no such stories.');
    const headings = ['STORY', 'STATE', 'FOR', 'CHANGED', 'TAKES', 'HEADLINE', 'CREDIT'];
    const rows = stories.map((story) => [
      ...toCells(story),
      ...(clusters ? [toNames(cluster(story)?.cluster)] : []),
    ]);
    await print(toTextTable([clusters ? [...headings, 'ALSO'] : headings, ...rows]));
  });
}

function readState(given: string | undefined): StoryState | undefined {
  const state = STORY_STATES.find((one) => one === given);
  if (given !== undefined && !state) {
    throw new WrongUse(`There is no state "${given}". The states are ${STORY_STATES.join(', ')}.`);
  }
  return state;
}

function readLimit(given = '50'): number {
  const limit = Number(given);
  if (!/^[1-9][0-9]{0,3}$/.test(given))
    throw new WrongUse(`--limit takes a number from 1 to 9999, not "${given}".`);
  return limit;
}

/** What keeps a story back beside its state. */
function toState({ state, withheld, embargo_until }: StoryListing): string {
  if (withheld) return `${state}, withheld`;
  if (!embargo_until) return state;
  return embargo_until.getTime() === NEVER.getTime()
    ? `${state}, embargoed`
    : `${state}, from ${toMinute(embargo_until)}`;
}

const toMinute = (time: Date): string => `${time.toISOString().slice(0, 16)}Z`;

const toCells = (story: StoryListing): string[] => [
  String(story.id),
  [toState(story), story.desk, ...story.alerts.map((rule) => `! ${rule}`)].filter(Boolean).join(', '),
  `${story.edition}/${story.section}`,
  toMinute(story.updated_at),
  String(story.takes),
  story.headline.length > 80 ? `${story.headline.slice(0, 79)}…` : story.headline,
  story.credit || story.byline,
];

/** The stories of others on the same event, by number and agency. */
const toNames = (neighbours: Neighbour[] = []): string =>
  neighbours.map(({ storyId, agency }) => `${storyId} (${agency})`).join(', ');

const toView = (story: StoryListing) => ({
  ...story,
  embargo_until: story.embargo_until ?? undefined,
});
