import type { PageFrame, TeaserProps } from '../layout/layout.props.ts';
import type { PopularBoxProps } from '../popular/most-popular.props.ts';

/**
 * How a container sets its stories: `lead` gives the first the picture and the size, and puts the others under and beside
 * it; `pictures` one story with a large picture and a column beside it; `columns` up to four abreast; `briefs` headlines
 * only.
 */
export type ContainerLayout = 'lead' | 'columns' | 'pictures' | 'briefs';

export type FrontContainer = {
  key: string;
  /** Left away on the container that opens the front. */
  title?: string;
  href?: string;
  layout: ContainerLayout;
  /** A container without stories is not shown. */
  stories: TeaserProps[];
};

export type FrontProps = PageFrame & { containers: FrontContainer[]; popular?: PopularBoxProps };
