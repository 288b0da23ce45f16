import { wordsOf } from '#ui/words.ts';
import { Layout } from '../layout/layout.tsx';
import { LeadStories, leadWithPicture } from '../layout/lead-stories.tsx';
import { Pager } from '../layout/pager.tsx';
import { StoryList } from '../layout/story-list.tsx';
import { Title } from '../layout/title.tsx';
import { MostPopularBox } from '../popular/most-popular-box.tsx';
import type { SectionProps } from './section.props.ts';

/** So many stories stand with the one that leads; the rest are a list. */
const WITH_LEAD = 7;

export function SectionPage({ name, description, stories, popular, newer, older, ...frame }: SectionProps) {
  const words = wordsOf(frame.site.language);
  const opening = newer ? [] : stories.slice(0, 1 + WITH_LEAD);
  const rest = stories.slice(opening.length);
  return (
    <Layout frame={frame} kind="section">
      <Title site={frame.site} title={name} deck={description} />
      {stories.length === 0 && <p>{words.noStories}</p>}
      {opening.length > 0 && (
        <div className="container lead">
          <h2 className="hidden">{words.topStories}</h2>
          <LeadStories stories={leadWithPicture(opening)} first />
        </div>
      )}
      {rest.length > 0 && (
        <div className="container">
          <h2 className={opening.length > 0 ? 'rubric' : 'hidden'}>{words.moreFrom(name)}</h2>
          <StoryList stories={rest} />
        </div>
      )}
      {popular && <MostPopularBox box={popular} className="container" />}
      <Pager site={frame.site} newer={newer} older={older} />
    </Layout>
  );
}
