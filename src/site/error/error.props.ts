import type { When } from '#ui/when.tsx';
import type { HeadlineLink } from '../article/article.props.ts';
import type { PageFrame } from '../layout/layout.props.ts';

export type NotFoundProps = PageFrame & {
  /** A few headlines to go on with. */
  latest: HeadlineLink[];
};

export type GoneProps = NotFoundProps & {
  headline: string;
  when: When;
  /** Why, where the desk or the provider gave a reason for readers. */
  reason?: string;
};
