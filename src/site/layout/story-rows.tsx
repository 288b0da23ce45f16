import { beginningOf } from '#lib/text.ts';
import { abreastOf } from './arrange.ts';
import { headlineSize, runWidth } from './headline-size.ts';
import type { TeaserProps } from './layout.props.ts';
import { Teaser } from './teaser.tsx';

/** About three lines of a column: enough to say whether one wants to read on. */
const COLUMN = 98;

const shortDeck = (deck: string, width: number): string =>
  beginningOf(deck, Math.round((width * deck.length) / runWidth(deck)));

/**
 * A story as it stands in a column or a list: a photograph may stand beside its headline, but a chart or a map could not be
 * read; its deck is cut to about so many Latin letters, and left away under a headline that says it all.
 */
export const small = ({ picture, deck, ...story }: TeaserProps, width = COLUMN): TeaserProps => ({
  ...story,
  picture: picture?.drawing ? undefined : picture,
  deck: deck && headlineSize(story.headline) !== 'longer' ? shortDeck(deck, width) : undefined,
});

type Props = {
  stories: TeaserProps[];
  className?: string;
  /** Over each story, where all of a row have one; otherwise beside their words. */
  pictures?: 'over' | 'beside' | 'none';
};

/** Stories in rows that all fill the page: see `rowsOf`. */
export function StoryRows({ stories, className = '', pictures = 'beside' }: Props) {
  if (stories.length === 0) return null;
  const abreast = abreastOf(stories.length);
  const shown = stories.map((story) => small(story));
  const over = pictures === 'over' && shown.every((story) => story.picture);
  return (
    <ul className={`stories rows ${over ? 'over ' : ''}${className}`.trimEnd()}>
      {shown.map((story, at) => (
        <Teaser
          key={story.href}
          story={pictures === 'none' ? { ...story, picture: undefined } : story}
          className={`w${abreast[at]}`}
          sizes={over ? '(width >= 60rem) 300px, 96px' : '96px'}
        />
      ))}
    </ul>
  );
}
