import { listByIds } from '#features/articles/articles.ts';
import { drawSocialCardPicture } from '#features/media/media.ts';
import { AppError } from '#lib/errors.ts';
import { page } from '#platform/page-cache/page.ts';
import type { EditionRoute } from '../edition-route.ts';
import { editionDates } from '../edition-words.ts';
import { sectionOf } from '../site-context.ts';

/** `/card/{article}-{revision}.png`: the social picture of an article, drawn from its headline as it is now. */
export const socialCardRoute: EditionRoute = {
  pattern: '/card/:file{[1-9][0-9]{0,14}-[1-9][0-9]{0,8}\\.png}',
  render: async (context, { params }) => {
    const id = Number.parseInt(params.file ?? '', 10);
    const [article] = await listByIds(context.db, [id]);
    if (article?.edition !== context.edition.code)
      throw new AppError('not_found', 'There is no such picture.');
    const body = await drawSocialCardPicture({
      nameplate: context.edition.name,
      section: sectionOf(context, article.section_id)?.name,
      headline: article.headline,
      credit: article.credit || undefined,
      date: editionDates(context.edition).day(article.visible_from).label,
    });
    return page({ type: 'image/png', body, keys: [`article:${id}`] });
  },
};
