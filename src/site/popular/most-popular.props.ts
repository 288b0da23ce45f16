import type { When } from '#ui/when.tsx';
import type { Link, PageFrame } from '../layout/layout.props.ts';

/** A story in a list of the most read: its place is its place in the list. */
export type PopularEntry = { href: string; headline: string; section?: string; when?: When };

export type PopularSection = Link & { key: string; entries: PopularEntry[] };

export type MostPopularProps = PageFrame & {
  today: PopularEntry[];
  week: PopularEntry[];
  /** Today's, of each section that has any. */
  sections: PopularSection[];
};

/** The box on other pages. */
export type PopularBoxProps = {
  title: string;
  /** The page of all of them. */
  href: string;
  entries: PopularEntry[];
};
