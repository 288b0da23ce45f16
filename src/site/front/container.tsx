import { LeadStories } from '../layout/lead-stories.tsx';
import { StoryRows } from '../layout/story-rows.tsx';
import { Feature } from './feature.tsx';
import type { FrontContainer } from './front.props.ts';

type Props = {
  container: FrontContainer;
  first: boolean;
  /** Puts the picture of a feature on the other side, so that two features do not look alike. */
  turned: boolean;
  hiddenTitle: string;
};

/** One part of the front under its name; the classes are those of fronts.css. */
export function Container({ container, first, turned, hiddenTitle }: Props) {
  const { layout, title, href, key } = container;
  const id = `c-${key}`;
  const label = title ?? hiddenTitle;
  return (
    <section className={`container ${layout}${turned ? ' turned' : ''}`} aria-labelledby={id}>
      <h2 id={id} className={title ? 'rubric' : 'hidden'}>
        {href ? <a href={href}>{label}</a> : label}
      </h2>
      <Stories container={container} first={first} />
    </section>
  );
}

function Stories({ container: { layout, stories }, first }: Pick<Props, 'container' | 'first'>) {
  switch (layout) {
    case 'lead':
      return <LeadStories stories={stories} first={first} />;
    case 'pictures':
      return <Feature stories={stories} />;
    case 'columns':
      return <StoryRows stories={stories} pictures="over" />;
    case 'briefs':
      return <StoryRows stories={stories.map((story) => ({ ...story, deck: undefined }))} pictures="none" />;
  }
}
