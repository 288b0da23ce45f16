import { toHtml } from '#document/to-html.ts';
import {
  type ArticlePage,
  findArticlePage,
  type PublishedArticle,
  type TimedLine,
} from '#features/articles/articles.ts';
import { printedQuotes } from '#lib/quotes.ts';
import { toCorrectionNote } from '../corrections/correction-note-view.ts';
import { editionDates, editionWords, toLanguage } from '../edition-words.ts';
import { toFrame } from '../frame.ts';
import { articleJsonLd } from '../json-ld/json-ld.ts';
import { toFigure, toPictureProps } from '../picture-view.ts';
import { loadPopularBox, type PopularBoxView } from '../popular/most-popular-box.view.ts';
import { absoluteUrl, type EditionContext, sectionOf } from '../site-context.ts';
import { socialImage } from '../social-card/social-card-view.ts';
import { articleKeys, toHeadline } from '../teaser-view.ts';
import type { ArticleProps, HeadlineLink } from './article.props.ts';
import { splitByline } from './byline.ts';
import { toMarks } from './marks.view.ts';
import { shareLinks } from './share-links.ts';
import { toSourceLines } from './sources.view.ts';
import { loadSpeakerPages } from './speaker-pages.ts';
import { loadStorySoFar } from './story-so-far.view.ts';
import { loadWhatHappensNext } from './what-happens-next.view.ts';
import { withPictures, wordsOfPicture } from './with-pictures.ts';

/** Lists beside an article may be this old: they name what happened elsewhere, and a kill or a changed headline is told by its own key. */
const BESIDE_SECONDS = 60;

const LATEST_BESIDE = 8;

/** Everything on an article's page and what it depends on, or undefined where no article has this address. Four queries at most. */
export async function loadArticleView(
  context: EditionContext,
  path: string,
): Promise<{ props: ArticleProps; keys: string[]; maxAgeSeconds: number } | undefined> {
  const found = await findArticlePage(context.db, path);
  if (!found) return undefined;
  const { article, ...neighbours } = found;
  const popular = await loadPopularBox(context, { without: article.id });
  const { next: whatNext, keys: nextKeys } = await loadWhatHappensNext(context, article.id);
  const { storySoFar, keys: soFarKeys } = await loadStorySoFar(context, article);
  const speakers = await loadSpeakerPages(context, article.id, found.record);
  const beside = found.latest.filter(({ id }) => id !== article.id).slice(0, LATEST_BESIDE);
  const mentioned = [...beside, ...[neighbours.previous, neighbours.next].filter((one) => one !== undefined)];
  const keys = [
    ...new Set([
      ...articleKeys([article, ...mentioned]),
      ...translationKeys(article),
      ...popular.keys,
      ...nextKeys,
      ...soFarKeys,
      ...speakers.keys,
    ]),
  ];
  const maxAgeSeconds = Math.min(BESIDE_SECONDS, popular.maxAgeSeconds);
  return {
    props: {
      ...toArticleProps(context, article, { ...neighbours, popular, speakers: speakers.pages }, beside),
      whatNext,
      storySoFar,
    },
    keys,
    maxAgeSeconds,
  };
}

/** A translation that appears, moves or goes changes this page too; translations share the key of their group. */
const translationKeys = (article: PublishedArticle): string[] => [
  `translations:${article.translation_group}`,
];

function toArticleProps(
  context: EditionContext,
  article: PublishedArticle,
  neighbours: Pick<ArticlePage, 'previous' | 'next' | 'record'> & {
    popular: PopularBoxView;
    speakers: ReadonlyMap<string, string>;
  },
  beside: TimedLine[],
): Omit<ArticleProps, 'whatNext'> {
  const { edition } = context;
  const dates = editionDates(edition);
  const section = sectionOf(context, article.section_id);
  const sectionLink = { href: `${edition.prefix}/${section?.slug ?? ''}`, label: section?.name ?? '' };
  const pictures = new Map(article.pictures.map((picture) => [picture.href, picture]));
  const [lead] = article.revision.pictures;
  const leadPicture = lead && pictures.get(lead.href);
  const others = article.revision.pictures.slice(leadPicture ? 1 : 0);
  const changed = article.revisions > 1;
  const language = toLanguage(edition.language);
  const { record } = neighbours;
  const marks = record && toMarks(article.revision.body, record.record, language);
  return {
    ...toFrame(context, {
      title: article.headline,
      description: article.excerpt,
      path: article.path,
      currentSection: section?.slug,
      translations: article.translations,
      head: {
        jsonLd: articleJsonLd(context, article, record),
        og: {
          type: 'article',
          title: article.headline,
          description: article.excerpt,
          locale: language === 'ko' ? 'ko_KR' : 'en_GB',
          image: socialImage(context, article),
          published: article.visible_from.toISOString(),
          modified: article.updated_at.toISOString(),
          section: section?.name,
        },
      },
    }),
    id: article.id,
    section: sectionLink,
    headline: printedQuotes(article.headline, edition.language),
    deck: article.deck ? printedQuotes(article.deck, edition.language) : undefined,
    bylines: splitByline(article.byline).map((name) => ({ name })),
    credit: article.credit ? `(${article.credit})` : undefined,
    located: article.revision.located || undefined,
    published: dates.moment(article.visible_from),
    updated: changed ? dates.moment(article.updated_at) : undefined,
    historyHref: `${encodeURI(article.path)}/history`,
    revisions: article.revisions,
    corrections: article.notices
      .map((notice) => toCorrectionNote(context, { ...notice, published_at: new Date(notice.published_at) }))
      .toReversed(),
    picture: leadPicture && toPictureProps({ ...leadPicture, ...wordsOfPicture(lead) }, 'whole'),
    bodyHtml: toHtml(withPictures(article.revision.body, others), {
      language: edition.language,
      tableName: editionWords(edition).table,
      annotations: marks?.annotations,
      figure: ({ attrs }) => {
        const stored = pictures.get(attrs.src ?? '');
        return stored && stored !== leadPicture
          ? toFigure({ ...stored, ...wordsOfPicture(attrs) })
          : undefined;
      },
    }),
    notes: marks?.notes ?? [],
    sources: toSourceLines(record?.voices ?? [], language, neighbours.speakers),
    topics: article.topics.map(({ slug, name }) => ({
      href: `${edition.prefix}/topic/${encodeURI(slug)}`,
      label: name,
    })),
    share: shareLinks(context, absoluteUrl(context, article.path), article.headline),
    translations: article.translations.map(({ language, path }) => ({
      language: toLanguage(language),
      href: encodeURI(path),
    })),
    previous: toNeighbour(context, neighbours.previous),
    next: toNeighbour(context, neighbours.next),
    latest: beside.map((other) => toHeadline(context, other)),
    popular: neighbours.popular.box,
  };
}

const toNeighbour = (
  { edition }: EditionContext,
  neighbour: { path: string; headline: string } | undefined,
): HeadlineLink | undefined =>
  neighbour && {
    href: encodeURI(neighbour.path),
    headline: printedQuotes(neighbour.headline, edition.language),
  };
