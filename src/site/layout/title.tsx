import type { Link, SiteProps } from './layout.props.ts';
import { Trail } from './trail.tsx';

/** The heading of a page that is a list: the way here, the name, a line on what it is. */
export const Title = (props: { site: SiteProps; title: string; deck?: string; trail?: Link[] }) => (
  <header className="title">
    <Trail site={props.site} links={props.trail ?? []} />
    <h1>{props.title}</h1>
    {props.deck && <p className="deck">{props.deck}</p>}
  </header>
);
