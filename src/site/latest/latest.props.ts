import type { When } from '#ui/when.tsx';
import type { PageFrame } from '../layout/layout.props.ts';

export type LatestEntry = {
  /** Unique on the page and the same in every stream event about it: the article's id. */
  id: string;
  href: string;
  headline: string;
  section?: string;
  when: When;
};

/** `iso` is the day in the edition's zone, "2026-11-24"; entries newest first. */
export type LatestDay = { day: When; entries: LatestEntry[] };

export type LatestProps = PageFrame & {
  days: LatestDay[];
  /** Address of the server-sent events; absent on older pages, which do not change. */
  streamHref?: string;
  newer?: string;
  older?: string;
};
