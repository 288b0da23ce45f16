import type { ListedArticle, StoredPicture } from '#features/articles/articles.ts';
import { pictureSources } from '#features/media/media.ts';
import type { EditionRow, SectionRow } from '#features/taxonomy/taxonomy.ts';
import { beginningOf } from '#lib/text.ts';
import { dateFormats } from '#ui/dates.ts';
import { type Language, wordsOf } from '#ui/words.ts';
import { mailLanguage } from './mail-words.ts';

export type MailPicture = {
  src: string;
  width: number;
  height: number;
  alt: string;
  credit: string;
  /** Else a chart, a map or a drawing, whose credit says so itself. */
  isPhoto: boolean;
};
export type MailStory = {
  headline: string;
  excerpt: string;
  href: string;
  credit: string;
  picture?: MailPicture;
};
export type MailCorrection = { headline: string; href: string; text: string };

/** Everything that a briefing says, worked out; addresses are whole. */
export type BriefingView = {
  language: Language;
  paper: { name: string; href: string };
  day: string;
  lead: MailStory;
  sections: { name: string; stories: MailStory[] }[];
  demo?: string;
};

export type MailSite = { baseUrl: string; edition: EditionRow; sections: SectionRow[] };

const LEAD_EXCERPT = 320;
const EXCERPT = 170;

/** A briefing of these stories, the first of which leads; the others stand by section, in the order that they come. */
export function toBriefingView(
  site: MailSite,
  day: Date,
  stories: readonly ListedArticle[],
): BriefingView | undefined {
  const { edition, baseUrl } = site;
  const [lead, ...others] = stories;
  if (!lead) return undefined;
  const language = mailLanguage(edition);
  const bySection = new Map<number, MailStory[]>();
  for (const story of others) {
    const list = bySection.get(story.section_id) ?? [];
    list.push(toStory(baseUrl, story, EXCERPT));
    bySection.set(story.section_id, list);
  }
  const sections = [...bySection].map(([id, list]) => ({
    name: site.sections.find((section) => section.id === id)?.name ?? '',
    stories: list,
  }));
  return {
    language,
    paper: { name: edition.name, href: `${baseUrl}${edition.prefix || '/'}` },
    day: dateFormats(language, edition.zone).weekday(day).label,
    lead: { ...toStory(baseUrl, lead, LEAD_EXCERPT), picture: toPicture(baseUrl, lead.picture) },
    sections,
    demo: edition.demo ? wordsOf(language).demo : undefined,
  };
}

const toStory = (baseUrl: string, article: ListedArticle, excerpt: number): MailStory => ({
  headline: article.headline,
  excerpt: beginningOf(article.excerpt, excerpt),
  href: baseUrl + encodeURI(article.path),
  credit: article.byline || article.credit,
});

function toPicture(baseUrl: string, picture: StoredPicture | null): MailPicture | undefined {
  if (!picture) return undefined;
  const { src, width, height, alt, credit } = pictureSources(picture, 'front-lead');
  return { src: baseUrl + src, width, height, alt, credit, isPhoto: picture.kind === 'photo' };
}
