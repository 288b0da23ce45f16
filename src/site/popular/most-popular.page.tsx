import { Layout } from '../layout/layout.tsx';
import { Title } from '../layout/title.tsx';
import type { MostPopularProps, PopularEntry } from './most-popular.props.ts';
import { PopularList } from './popular-list.tsx';
import { popularWords } from './popular-words.ts';

/** What is read: today and this week side by side, then section by section. */
export function MostPopularPage({ today, week, sections, ...frame }: MostPopularProps) {
  const words = popularWords(frame.site.language);
  return (
    <Layout frame={frame} kind="most-popular">
      <Title site={frame.site} title={words.title} deck={words.deck} />
      {today.length + week.length === 0 && <p>{words.none}</p>}
      <div className="rankings pair">
        <Ranking id="today" title={words.today} entries={today} />
        <Ranking id="week" title={words.week} entries={week} />
      </div>
      <div className="rankings">
        {sections.map(({ key, label, href, entries }) => (
          <Ranking key={key} id={`section-${key}`} title={label} href={href} entries={entries} />
        ))}
      </div>
    </Layout>
  );
}

type RankingProps = { id: string; title: string; href?: string; entries: PopularEntry[] };

const Ranking = ({ id, title, href, entries }: RankingProps) =>
  entries.length > 0 && (
    <section aria-labelledby={id}>
      <h2 className="rubric" id={id}>
        {href ? <a href={href}>{title}</a> : title}
      </h2>
      <PopularList entries={entries} label={id} />
    </section>
  );
