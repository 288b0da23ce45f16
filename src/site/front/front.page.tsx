import { wordsOf } from '#ui/words.ts';
import { EmptyPaper } from '../error/empty-paper.tsx';
import { Layout } from '../layout/layout.tsx';
import { MostPopularBox } from '../popular/most-popular-box.tsx';
import { Container } from './container.tsx';
import type { FrontProps } from './front.props.ts';

/** The front page. A paper without a single story tells the person who runs it how to begin. */
export function FrontPage({ containers, popular, ...frame }: FrontProps) {
  const filled = containers.filter((container) => container.stories.length > 0);
  const features = filled.filter((container) => container.layout === 'pictures');
  return (
    <Layout frame={frame} kind="front">
      {filled.length === 0 && <EmptyPaper language={frame.site.language} />}
      {filled.map((container, index) => (
        <Container
          key={container.key}
          container={container}
          first={index === 0}
          turned={features.indexOf(container) % 2 === 1}
          hiddenTitle={wordsOf(frame.site.language).topStories}
        />
      ))}
      {popular && <MostPopularBox box={popular} className="container" />}
    </Layout>
  );
}
