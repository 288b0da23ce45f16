import { Time } from '#ui/when.tsx';
import { type Words, wordsOf } from '#ui/words.ts';
import { Layout } from '../layout/layout.tsx';
import { Pager } from '../layout/pager.tsx';
import { Title } from '../layout/title.tsx';
import type { CorrectionEntry, CorrectionsProps } from './corrections.props.ts';

export function CorrectionsPage({ days, newer, older, ...frame }: CorrectionsProps) {
  const words = wordsOf(frame.site.language);
  return (
    <Layout frame={frame} kind="latest">
      <Title site={frame.site} title={words.corrections} deck={words.correctionsDeck} />
      {days.length === 0 && <p>{words.noCorrections}</p>}
      {days.map(({ day, entries }) => (
        <section className="day" key={day.iso}>
          <h2 className="rubric">{day.label}</h2>
          <ul>
            {entries.map((entry) => (
              <Correction key={entry.href + entry.when.iso} entry={entry} words={words} />
            ))}
          </ul>
        </section>
      ))}
      <Pager site={frame.site} newer={newer} older={older} />
    </Layout>
  );
}

const Correction = ({ entry, words }: { entry: CorrectionEntry; words: Words }) => (
  <li className="entry story">
    <h3>
      <a href={entry.href}>{entry.headline}</a>
    </h3>
    <p>
      <b>{words.kinds[entry.kind]} — </b>
      {entry.text}
    </p>
    <p className="furniture">
      <Time at={entry.when} />
    </p>
  </li>
);
