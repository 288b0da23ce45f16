import { wordsOf } from '#ui/words.ts';
import { Layout } from '../layout/layout.tsx';
import { Pager } from '../layout/pager.tsx';
import { Title } from '../layout/title.tsx';
import { Entry } from './entry.tsx';
import type { LatestDay, LatestProps } from './latest.props.ts';

const SCRIPTS = ['latest-stream.js'];

/** Everything as it is published. Where scripts run, the first page tells of new stories without moving what is read. */
export function LatestPage({ days, streamHref, newer, older, ...frame }: LatestProps) {
  const words = wordsOf(frame.site.language);
  const list = days.map((day) => <Day key={day.day.iso} {...day} />);
  return (
    <Layout frame={frame} kind="latest" scripts={streamHref ? SCRIPTS : undefined}>
      <Title site={frame.site} title={words.latest} deck={words.latestDeck} />
      {days.length === 0 && <p>{words.noStories}</p>}
      {streamHref ? (
        <latest-stream src={streamHref} one={words.freshOne} many={words.freshMany}>
          {list}
        </latest-stream>
      ) : (
        list
      )}
      <Pager site={frame.site} newer={newer} older={older} />
    </Layout>
  );
}

const Day = ({ day, entries }: LatestDay) => (
  <section className="day" data-day={day.iso}>
    <h2 className="rubric">{day.label}</h2>
    <ul>
      {entries.map((entry) => (
        <Entry key={entry.id} {...entry} />
      ))}
    </ul>
  </section>
);
