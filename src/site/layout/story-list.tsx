import type { TeaserProps } from './layout.props.ts';
import { small } from './story-rows.tsx';
import { Teaser } from './teaser.tsx';

/** Of half a wide page. */
const TWO_LINES = 140;

/** Many stories, two abreast on a wide page; the last one takes both places where their number is odd. */
export const StoryList = ({ stories }: { stories: TeaserProps[] }) => (
  <ul className="stories list">
    {stories.map((story) => (
      <Teaser key={story.href} story={small(story, TWO_LINES)} sizes="136px" />
    ))}
  </ul>
);
