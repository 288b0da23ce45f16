import type { When } from '#ui/when.tsx';
import type { PageFrame, TeaserProps } from '../layout/layout.props.ts';

/** A day on which an article said something, as a link to it. */
export type GivenProps = { when: When; href: string; headline: string };

export type RoleProps = {
  role: string;
  first: GivenProps;
  /** Only where it was given on more than one day. */
  last?: GivenProps;
};

export type SaidProps = {
  text: string;
  href: string;
  /** On what footing they speak, and as what. */
  facts: string[];
  article: GivenProps;
};

export type PersonProps = PageFrame & {
  name: string;
  deck: string;
  /** Said under the name, where there is something to be said of it. */
  remarks: string[];
  /** In the order in which they were given. */
  roles: RoleProps[];
  said: SaidProps[];
  stories: TeaserProps[];
  newer?: string;
  older?: string;
};
