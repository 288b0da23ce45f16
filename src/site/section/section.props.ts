import type { PageFrame, TeaserProps } from '../layout/layout.props.ts';
import type { PopularBoxProps } from '../popular/most-popular.props.ts';

export type SectionProps = PageFrame & {
  name: string;
  description?: string;
  /** Newest first. On the first page the first of them leads. */
  stories: TeaserProps[];
  /** Of this section; on the first page only. */
  popular?: PopularBoxProps;
  /** Addresses of the neighbouring pages; `newer` is absent on the first. */
  newer?: string;
  older?: string;
};
