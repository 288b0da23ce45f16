import type { When } from '#ui/when.tsx';
import type { Link, PageFrame } from '../layout/layout.props.ts';

/** A sentence of an article, as a link to where it stands. */
export type SaidProps = { text: string; href: string };

export type DiaryEntryProps = {
  /** Anchor on the page. */
  id: string;
  /** The day in the margin, where the group is a week. */
  margin?: When;
  /** Stands before the title with a dash: what it belongs to. */
  kicker?: string;
  title: string;
  /** When, as far as heading and margin do not say it, and where. */
  facts: string[];
  said: SaidProps;
  /** Other articles that announced it. */
  also: Link[];
  outcome?: {
    kind: 'happened' | 'moved' | 'cancelled' | 'open';
    label: string;
    /** The sentence that shows it. */
    said?: SaidProps;
    /** Or the article that an editor named. */
    article?: Link;
  };
};

/** Entries under one heading: a day, a week that is ahead, or what has no day. */
export type DiaryGroup = { key: string; title: string; today?: boolean; entries: DiaryEntryProps[] };

export type DiaryProps = PageFrame & {
  title: string;
  deck?: string;
  groups: DiaryGroup[];
  /** Said where there are no groups. */
  none: string;
  /** Earlier weeks, the current one, later weeks: those that there are. */
  earlier?: Link;
  current?: Link;
  later?: Link;
  calendar: Link;
};
