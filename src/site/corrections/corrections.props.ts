import type { When } from '#ui/when.tsx';
import type { CorrectionNote } from '../article/article.props.ts';
import type { PageFrame } from '../layout/layout.props.ts';

export type CorrectionEntry = CorrectionNote & { href: string; headline: string };
export type CorrectionsDay = { day: When; entries: CorrectionEntry[] };

export type CorrectionsProps = PageFrame & {
  /** Newest first. */
  days: CorrectionsDay[];
  newer?: string;
  older?: string;
};
