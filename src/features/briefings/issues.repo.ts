import type { Db } from '#platform/database.ts';

export type IssueStory = { article_id: number; revision: number; position: number };

const FIRST = 1;

export const insertIssue = async (
  trx: Db,
  sendId: number,
  issue: number,
  stories: IssueStory[],
): Promise<void> => {
  if (stories.length === 0) return;
  await trx
    .insertInto('send_article')
    .values(stories.map((story) => ({ send_id: sendId, issue, ...story })))
    .execute();
};

export const insertFirstIssue = (trx: Db, sendId: number, stories: IssueStory[]): Promise<void> =>
  insertIssue(trx, sendId, FIRST, stories);

/** What was planned for a send, and the latest issue of it. */
export type Issues = { planned: IssueStory[]; latest: { issue: number; stories: IssueStory[] } };

export async function readIssues(trx: Db, sendId: number): Promise<Issues> {
  const rows = await trx
    .selectFrom('send_article')
    .select(['issue', 'article_id', 'revision', 'position'])
    .where('send_id', '=', sendId)
    .orderBy('issue')
    .orderBy('position')
    .execute();
  const last = rows.at(-1)?.issue ?? FIRST;
  const of = (number: number) =>
    rows.filter(({ issue }) => issue === number).map(({ issue: _, ...story }) => story);
  return { planned: of(FIRST), latest: { issue: last, stories: of(last) } };
}
