import { toText } from '#document/to-text.ts';
import { findArticleOfStory } from '#features/articles/articles.ts';
import {
  type ApplicationListing,
  type ChainedTake,
  findStory,
  listApplications,
  listChain,
  listClusters,
  type Neighbour,
  type StoryRow,
  type TakeRow,
} from '#features/stories/stories.ts';
import { listSourceNames } from '#features/wire/wire.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { Call } from './command.ts';
import { readId } from './read-id.ts';
import { toEffectWords } from './rule-words.ts';
import type { storyShowOptions } from './story-show.command.ts';
import { toPlainLine } from './text-table.ts';
import { withDatabase } from './with-database.ts';

/** `dateline story show` */
export async function storyShow(call: Call<typeof storyShowOptions>): Promise<undefined> {
  const id = readId(call.words, 'story');
  await withDatabase(call, async (db) => {
    const view = await readView(db, id);
    await call.print(call.values.json ? `${JSON.stringify(view, null, 2)}\n` : toPage(view));
  });
}

type StoryView = {
  story: StoryRow;
  article: { path: string; status: string; visible_from: Date } | null;
  /** In the order of the chain, whatever the order in which they came; each with the items that brought it. */
  takes: (TakeRow & { roads: Road[] })[];
  /** Stories of other agencies on the same event. */
  cluster: Neighbour[];
  /** What rules did with the items of the story, the last first. */
  rules: ApplicationListing[];
};

const MOST_RULES = 200;

type Road = { source: string } & Omit<ChainedTake['roads'][number], 'sourceId'>;

async function readView(db: Db, id: number): Promise<StoryView> {
  const story = await findStory(db, id);
  if (!story) throw new AppError('not_found', `There is no story ${id}.`);
  const article = await findArticleOfStory(db, id);
  const shown = article && { path: article.path, status: article.status, visible_from: article.visible_from };
  const [chain, clusters, rules] = await Promise.all([
    listChain(db, id),
    listClusters(db, [id]),
    listApplications(db, { storyId: id, limit: MOST_RULES }),
  ]);
  const names = await listSourceNames(
    db,
    chain.flatMap(({ roads }) => roads.map(({ sourceId }) => sourceId)),
  );
  const takes = chain.map(({ take, roads }) => ({
    ...take,
    roads: roads.map(({ sourceId, ...road }) => ({ source: names.get(sourceId) ?? '', ...road })),
  }));
  return { story, article: shown ?? null, takes, cluster: clusters.get(id) ?? [], rules };
}

/** Who made a take, and by which further roads and on what ground it came to this story. */
const toMakers = ({ made_by, roads }: StoryView['takes'][number]): string => {
  const others = roads.filter(({ source }) => `wire:${source}` !== made_by).map(({ source }) => source);
  const because = roads.map((road) => road.because).find((one) => one !== 'first' && one !== 'version');
  return [made_by, ...others].join(', ') + (because ? ` (${because})` : '');
};

function toPage({ story, article, takes, cluster, rules }: StoryView): string {
  const current = takes.find((take) => take.number === story.current_take);
  const facts: [string, string][] = [
    ['Story', `${story.id}, ${story.state}${story.withheld ? ', withheld by its provider' : ''}`],
    ['Edition', story.edition],
    ...(story.merged_into === null
      ? []
      : [['Merged', `into story ${story.merged_into}`] satisfies [string, string]]),
    ['Embargo', story.embargo_until ? `until ${story.embargo_until.toISOString()}` : 'none'],
    ['Wire', story.wire_guid ? `${story.wire_guid}, version ${story.wire_version}` : 'none'],
    [
      'Article',
      article
        ? `${article.path} (${article.status}, from ${article.visible_from.toISOString()})`
        : 'not published',
    ],
    ['Byline', current?.byline || 'none'],
    ['Credit', current?.credit || 'none'],
    ['To editors', current?.ed_note || 'nothing'],
    ...(story.desk === null ? [] : [['Desk', story.desk] satisfies [string, string]]),
    ...(story.alerts.length === 0 ? [] : [['Alerts', story.alerts.join(', ')] satisfies [string, string]]),
    ...takes.map((take): [string, string] => [
      `Take ${take.number}`,
      `${take.made_at.toISOString()} by ${toMakers(take)}: ${take.headline}`,
    ]),
    ...rules.map((row): [string, string] => [
      'Rule',
      `${row.rule_name} (version ${row.rule_version}) on version ${row.item_version} of ${row.source}: ${toEffectWords(row.effect)} for ${row.why.join(', ')}`,
    ]),
    ...cluster.map(({ storyId, agency, headline }): [string, string] => [
      'Also',
      `story ${storyId} (${agency}): ${headline}`,
    ]),
  ];
  const lines = facts.map(([name, value]) => `${`${name}:`.padEnd(12)} ${toPlainLine(value)}`);
  const text = current ? [current.headline, ...toText(current.body).split('\n')].map(toPlainLine) : [];
  return `${[...lines, '', ...text].join('\n')}\n`;
}
