import { Time } from '#ui/when.tsx';
import type { Words } from '#ui/words.ts';
import { headlineSize } from '../layout/headline-size.ts';
import type { PopularBoxProps } from '../popular/most-popular.props.ts';
import { MostPopularBox } from '../popular/most-popular-box.tsx';
import type { HeadlineLink } from './article.props.ts';

type RailProps = { latest: HeadlineLink[]; popular: PopularBoxProps; words: Words };

/** Beside the text: the rest of the paper. */
export const ArticleRail = ({ latest, popular, words }: RailProps) =>
  latest.length + popular.entries.length > 0 && (
    <aside className="rail">
      {latest.length > 0 && <Latest latest={latest} words={words} />}
      <MostPopularBox box={popular} />
    </aside>
  );

const Latest = ({ latest, words }: Pick<RailProps, 'latest' | 'words'>) => (
  <section aria-labelledby="latest-news">
    <h2 className="rubric" id="latest-news">
      {words.latestNews}
    </h2>
    <ol>
      {latest.map((line) => (
        <li key={line.href}>
          {line.when && <Time at={line.when} />}
          <a href={line.href} className={headlineSize(line.headline)}>
            {line.headline}
          </a>
        </li>
      ))}
    </ol>
  </section>
);

type TurnPageProps = { previous?: HeadlineLink; next?: HeadlineLink; section: string; words: Words };

/** At the end: the neighbours in the same section. */
export const TurnPage = ({ previous, next, section, words }: TurnPageProps) =>
  (previous || next) && (
    <nav className="turn" aria-label={section}>
      {previous && (
        <a rel="prev" href={previous.href}>
          <span className="furniture">{words.previousIn(section)}</span>
          {previous.headline}
        </a>
      )}
      {next && (
        <a rel="next" href={next.href}>
          <span className="furniture">{words.nextIn(section)}</span>
          {next.headline}
        </a>
      )}
    </nav>
  );
