import { Picture } from '#ui/picture.tsx';
import { Time } from '#ui/when.tsx';
import { headlineSize } from './headline-size.ts';
import type { TeaserProps } from './layout.props.ts';

type Props = {
  story: TeaserProps;
  as?: 'li' | 'div';
  /** True for the one whose picture is loaded before all others. */
  first?: boolean;
  /** How wide its picture stands on the page: the `sizes` attribute. */
  sizes: string;
  /** More classes than `story`. */
  className?: string;
};

/** One story in a list. The whole of it leads to the article by the one link in its headline. */
export function Teaser({ story, as: Element = 'li', first = false, sizes, className }: Props) {
  const { picture, kicker, when, deck } = story;
  return (
    <Element className={className ? `story ${className}` : 'story'}>
      {picture && <Picture picture={picture} sizes={sizes} first={first} />}
      {kicker && (
        <p className="furniture over">
          <b className="kicker">{kicker} —</b> {when && <Time at={when} />}
        </p>
      )}
      <h3 className={headlineSize(story.headline)}>
        <a href={story.href}>{story.headline}</a>
      </h3>
      {deck && <p className="deck">{deck}</p>}
      {!kicker && when && (
        <p className="furniture">
          <Time at={when} />
        </p>
      )}
    </Element>
  );
}
