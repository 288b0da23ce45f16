import type { TeaserProps } from '../layout/layout.props.ts';
import { StoryRows, small } from '../layout/story-rows.tsx';
import { Teaser } from '../layout/teaser.tsx';

/** So many stand in the column beside a feature; more go into rows below. */
const BESIDE = 3;
const SIZES = '(width >= 76rem) 620px, (width >= 60rem) 48vw, 94vw';

/** One story with a large picture, and the others in a column beside it. Without any picture: rows. */
export function Feature({ stories }: { stories: TeaserProps[] }) {
  const feature = stories.find((story) => story.picture);
  if (!feature) return <StoryRows stories={stories} />;
  const others = stories.filter((story) => story !== feature);
  return (
    <>
      <Teaser story={feature} as="div" className="feature" sizes={SIZES} />
      {others.length > 0 && (
        <ul className="stories beside">
          {others.slice(0, BESIDE).map((story) => (
            <Teaser key={story.href} story={small(story)} sizes="96px" />
          ))}
        </ul>
      )}
      <StoryRows stories={others.slice(BESIDE)} className="rest" />
    </>
  );
}
