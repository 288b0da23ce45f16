import {
  type ArticleRow,
  claimAddress,
  findArticleOfStory,
  updateArticle,
} from '#features/articles/articles.ts';
import {
  canBecome,
  findStoryForUpdate,
  findTake,
  type StoryRow,
  type TakeRow,
  updateStory,
} from '#features/stories/stories.ts';
import {
  type EditionRow,
  findEdition,
  findSectionById,
  type SectionRow,
} from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { announce } from './announce.ts';
import { publishFirst, visibleFrom, wantedPath } from './publish-first.ts';
import { type RevisionClaim, writeRevision } from './write-revision.ts';

export type PublishStory = RevisionClaim & {
  storyId: number;
  at: Date;
  /** Publish although the provider withholds the item: the desk's decision. */
  anyway?: boolean;
};

/**
 * Makes a story's current take what readers see: an article at its permanent address, or its next revision.
 * Publishing a take that reads as the published one changes only what is about the article (section, topics, embargo).
 * @throws AppError not_found, or conflict where the story's state does not allow it.
 */
export async function publishStory(trx: Db, command: PublishStory): Promise<ArticleRow> {
  const story = await findStoryForUpdate(trx, command.storyId);
  if (!story) throw new AppError('not_found', `There is no story ${command.storyId}.`);
  if (!canBecome(story.state, 'published')) {
    throw new AppError('conflict', `Story ${story.id} is ${story.state} and cannot be published.`);
  }
  if (story.withheld && !command.anyway) {
    throw new AppError(
      'conflict',
      `Story ${story.id} is withheld by its provider; wait for a usable version, or publish it anyway.`,
    );
  }
  const take = await findTake(trx, story.id, story.current_take);
  if (!take?.headline) throw new AppError('conflict', `Story ${story.id} has no headline yet.`);
  const edition = await findEdition(trx, story.edition);
  if (!edition) throw new AppError('not_found', `There is no edition “${story.edition}”.`);
  const section = await findSectionById(trx, story.section_id);
  if (!section) throw new AppError('not_found', `There is no section ${story.section_id}.`);

  const before = await findArticleOfStory(trx, story.id);
  if (before) return publishAgain(trx, command, { before, story, take, edition, section });
  const [article] = await publishFirst(trx, [
    { story, take, edition, section, at: command.at, claim: command },
  ]);
  if (!article) throw new Error(`story ${story.id} was published without an article`);
  return article;
}

type Publication = {
  before: ArticleRow;
  story: StoryRow;
  take: TakeRow;
  edition: EditionRow;
  section: SectionRow;
};

async function publishAgain(trx: Db, command: PublishStory, publication: Publication): Promise<ArticleRow> {
  const { before, story, take, edition } = publication;
  const { at } = command;
  const article = await moveArticle(trx, publication, at);
  const revised = await writeRevision(trx, { article, before, take, claim: command, at, zone: edition.zone });
  await updateStory(trx, story.id, { state: 'published', withheld: false, updated_at: at });
  // Moving behind an embargo takes an article away and a retraction takes it off the lists: nothing stale may be shown.
  const embargoes = before.visible_from <= at && article.visible_from > at;
  const hides = embargoes || (before.status === 'live' && revised.status === 'retracted');
  await announce(trx, revised, { hard: hides, before });
  return revised;
}

/** Applies to a published article what may have changed about its story: section, slug, embargo, withholding. */
async function moveArticle(
  trx: Db,
  { before, story, take, edition, section }: Publication,
  at: Date,
): Promise<ArticleRow> {
  const shown = before.visible_from <= at;
  const embargoed = story.embargo_until !== null && story.embargo_until > at;
  // All versions are under an embargo (NewsML-G2), so a later one hides what was shown; lifted early, it shows at once.
  const visible_from = embargoed ? visibleFrom(story, at) : shown ? before.visible_from : at;
  const moved = await updateArticle(trx, before.id, {
    section_id: story.section_id,
    visible_from,
    withheld: false,
    status: before.status === 'killed' ? 'live' : before.status,
  });
  const needsAddress =
    moved.section_id !== before.section_id ||
    (story.slug !== null && !before.path.endsWith(`/${story.slug}`)) ||
    !shown;
  if (!needsAddress) return moved;
  // By the headline that is published now: the one before may have been behind the embargo and never seen.
  const named = { ...moved, headline: take.headline };
  const path = await claimAddress(trx, moved.id, wantedPath({ edition, section, story, at }, named));
  await updateArticle(trx, moved.id, { path });
  return { ...moved, path };
}
