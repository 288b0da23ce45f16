import type { Segment } from '#features/search/search.ts';
import type { When } from '#ui/when.tsx';
import type { Link, PageFrame } from '../layout/layout.props.ts';
import type { SearchParams } from './search-params.ts';

export type Choice = { value: string; label: string };

export type SearchFormProps = {
  action: string;
  suggestHref: string;
  params: SearchParams;
  sections: Choice[];
  topics: Choice[];
};

/** A story that was found. Segments are plain text; those that were looked for are marked. */
export type ResultProps = {
  href: string;
  section?: string;
  headline: Segment[];
  excerpt: Segment[];
  when: When;
};

/** What the search did beside what was asked. */
export type SearchNote = { text: string; link?: Link };

export type SearchProps = PageFrame & {
  form: SearchFormProps;
  title: string;
  notes: SearchNote[];
  results: ResultProps[];
  /** Addresses of the first page, where this is another, and of the next. */
  first?: string;
  next?: string;
};
