import type { ParagraphChange, WordRun } from '#document/compare.ts';
import type { When } from '#ui/when.tsx';
import type { RevisionKind } from '#ui/words.ts';
import type { Link, PageFrame } from '../layout/layout.props.ts';

export type RevisionProps = {
  /** 1 for the first publication. */
  number: number;
  kind: RevisionKind;
  when: When;
  note?: string;
  /** From `compareWords`; only where the headline changed. */
  headline?: WordRun[];
  /** From `compareParagraphs` against the revision before; absent on the first. */
  paragraphs?: ParagraphChange[];
};

export type HistoryProps = PageFrame & {
  section: Link;
  articleHref: string;
  headline: string;
  /** Newest first. */
  revisions: RevisionProps[];
};
