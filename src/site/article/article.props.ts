import type { Note } from '#document/annotations.ts';
import type { PictureProps } from '#ui/picture.props.ts';
import type { When } from '#ui/when.tsx';
import type { Language, RevisionKind } from '#ui/words.ts';
import type { Link, PageFrame } from '../layout/layout.props.ts';
import type { PopularBoxProps } from '../popular/most-popular.props.ts';
import type { SourceLine } from './sources.view.ts';
import type { StorySoFarProps } from './story-so-far.tsx';
import type { NextProps } from './what-happens-next.tsx';

/** A line in a list of headlines. */
export type HeadlineLink = { href: string; headline: string; when?: When };

/** What was said to readers when a revision changed what they had read. */
export type CorrectionNote = {
  kind: Exclude<RevisionKind, 'published' | 'update'>;
  text: string;
  when: When;
};

export type ArticleProps = PageFrame & {
  /** The article's number, for the beacon. */
  id: number;
  section: Link;
  headline: string;
  deck?: string;
  bylines: { name: string; href?: string }[];
  /** Whose copy it is, as the reader sees it: "(Yonhap)". */
  credit?: string;
  /** The dateline place; stands before the first words of the body. */
  located?: string;
  published: When;
  /** Only where the latest revision is not the first. */
  updated?: When;
  historyHref: string;
  /** How many revisions were published; the history is linked from two on. */
  revisions: number;
  /** Newest first. The newest stands above the text as a notice, all of them below it. */
  corrections: CorrectionNote[];
  picture?: PictureProps;
  /** From `documentToHtml`: the one place where markup is put in as it is, since it was made from a document. */
  bodyHtml: string;
  /** What can be called up in the text; its buttons are in `bodyHtml`. */
  notes: Note[];
  /** Whose words the text gives; nothing where that is not certain. */
  sources: SourceLine[];
  /** What is planned by the article and in its topics. */
  whatNext: NextProps;
  /** Absent where the article has no topic. */
  storySoFar?: StorySoFarProps;
  topics: Link[];
  /** Plain links to elsewhere, and mail. */
  share: Link[];
  translations: { language: Language; href: string }[];
  previous?: HeadlineLink;
  next?: HeadlineLink;
  latest: HeadlineLink[];
  popular: PopularBoxProps;
};
