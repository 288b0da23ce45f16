import type { IntakeFigure } from '../measure/intake.ts';
import type { PageFigures } from '../measure/pages.ts';
import type { VisibleFigure } from '../measure/visible.ts';

/** What was measured with so many articles in the paper. */
export type SizeFigures = {
  articles: number;
  pages: PageFigures[];
  /** Queries of an article's page. */
  queries: number;
  intake: IntakeFigure[];
  visible: VisibleFigure[];
  gone: VisibleFigure[];
};

export type Figures = {
  machine: string[];
  sizes: SizeFigures[];
  /** Seconds from start to first page on the larger size. */
  startSeconds: number;
};

export const round = (value: number | undefined, digits = 0): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);

export const count = (value: number): string => Math.round(value).toLocaleString('en').replaceAll(',', ' ');

/** A Markdown table. */
export const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
