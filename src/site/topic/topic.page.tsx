import { wordsOf } from '#ui/words.ts';
import { Layout } from '../layout/layout.tsx';
import { Pager } from '../layout/pager.tsx';
import { StoryList } from '../layout/story-list.tsx';
import { Title } from '../layout/title.tsx';
import { Happenings } from './happenings.tsx';
import { timelineWords } from './timeline-words.ts';
import type { TopicProps } from './topic.props.ts';

export function TopicPage({ name, description, happenings, stories, newer, older, ...frame }: TopicProps) {
  const words = wordsOf(frame.site.language);
  return (
    <Layout frame={frame} kind="topic">
      <Title site={frame.site} title={name} deck={description} />
      {happenings.length > 0 && (
        <section className="day" aria-labelledby="so-far">
          <h2 className="rubric" id="so-far">
            {timelineWords(frame.site.language).title}
          </h2>
          <Happenings happenings={happenings} />
        </section>
      )}
      {stories.length === 0 ? (
        <p>{words.noStories}</p>
      ) : (
        <div className="container">
          <h2 className="hidden">{words.latestNews}</h2>
          <StoryList stories={stories} />
        </div>
      )}
      <Pager site={frame.site} newer={newer} older={older} />
    </Layout>
  );
}
