import type { PageFrame, TeaserProps } from '../layout/layout.props.ts';

export type TopicProps = PageFrame & {
  name: string;
  description?: string;
  /** Newest first. */
  stories: TeaserProps[];
  newer?: string;
  older?: string;
};
