import type { PageFrame, TeaserProps } from '../layout/layout.props.ts';
import type { HappeningProps } from './timeline.view.ts';

export type TopicProps = PageFrame & {
  name: string;
  description?: string;
  /** What happened, in the order of its days; on the first page only. */
  happenings: HappeningProps[];
  /** Newest first. */
  stories: TeaserProps[];
  newer?: string;
  older?: string;
};
