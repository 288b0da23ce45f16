import { toText } from '#document/to-text.ts';
import { findArticleOfStory } from '#features/articles/articles.ts';
import { findStory, listTakes, type StoryRow, type TakeRow } from '#features/stories/stories.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { Call } from './command.ts';
import { readId } from './read-id.ts';
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
  takes: TakeRow[];
};

async function readView(db: Db, id: number): Promise<StoryView> {
  const story = await findStory(db, id);
  if (!story) throw new AppError('not_found', `There is no story ${id}.`);
  const article = await findArticleOfStory(db, id);
  const shown = article && { path: article.path, status: article.status, visible_from: article.visible_from };
  return { story, article: shown ?? null, takes: await listTakes(db, id) };
}

function toPage({ story, article, takes }: StoryView): string {
  const current = takes.find((take) => take.number === story.current_take);
  const facts: [string, string][] = [
    ['Story', `${story.id}, ${story.state}${story.withheld ? ', withheld by its provider' : ''}`],
    ['Edition', story.edition],
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
    ...takes.map((take): [string, string] => [
      `Take ${take.number}`,
      `${take.made_at.toISOString()} by ${take.made_by}: ${take.headline}`,
    ]),
  ];
  const lines = facts.map(([name, value]) => `${`${name}:`.padEnd(12)} ${toPlainLine(value)}`);
  const text = current ? [current.headline, ...toText(current.body).split('\n')].map(toPlainLine) : [];
  return `${[...lines, '', ...text].join('\n')}\n`;
}
