import { arrangeLead } from './arrange.ts';
import type { TeaserProps } from './layout.props.ts';
import { StoryRows, small } from './story-rows.tsx';
import { Teaser } from './teaser.tsx';

/** A picture narrower than this (width / height) stands beside the headline, a wider one under it. */
const TALL = 1.2;

const NEAR_THE_TOP = 4;

/** How wide the lead's picture stands, as its `sizes`: see fronts.css. */
const WIDE_SIZES = '(width >= 76rem) 620px, (width >= 60rem) 62vw, 94vw';
const TALL_SIZES = '(width >= 76rem) 416px, (width >= 48rem) 40vw, 94vw';

/**
 * Stories newest first as they stand in the lead of a list: where the first has no picture, the first of the next few that
 * has one leads.
 */
export function leadWithPicture(stories: TeaserProps[]): TeaserProps[] {
  const at = stories.slice(0, NEAR_THE_TOP).findIndex((story) => story.picture);
  const lead = stories[at];
  return lead ? [lead, ...stories.slice(0, at), ...stories.slice(at + 1)] : stories;
}

/** The story that leads, those of second weight under it, and a column of others beside: the top of a front or a section. */
export function LeadStories({ stories, first }: { stories: TeaserProps[]; first: boolean }) {
  const [lead, ...others] = stories;
  if (!lead) return null;
  const { picture } = lead;
  const tall = picture && picture.width / picture.height < TALL;
  const { row, beside } = arrangeLead(others.length, picture !== undefined);
  return (
    <>
      <div className={beside > 0 ? 'main' : 'main alone'}>
        <Teaser
          story={lead}
          as="div"
          className={`first ${!picture ? 'bare' : tall ? 'tall' : 'wide'}`}
          first={first}
          sizes={tall ? TALL_SIZES : WIDE_SIZES}
        />
        <StoryRows stories={others.slice(0, row)} className="second" />
      </div>
      {beside > 0 && (
        <ul className="stories beside">
          {others.slice(row, row + beside).map((story) => (
            <Teaser key={story.href} story={small(story)} sizes="96px" />
          ))}
        </ul>
      )}
      <StoryRows stories={others.slice(row + beside)} className="rest" />
    </>
  );
}
