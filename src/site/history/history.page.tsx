import { Time } from '#ui/when.tsx';
import { type Words, wordsOf } from '#ui/words.ts';
import { Layout } from '../layout/layout.tsx';
import { Trail } from '../layout/trail.tsx';
import { Changes } from './changes.tsx';
import type { HistoryProps, RevisionProps } from './history.props.ts';

/** Every published revision of an article, and word by word what changed from one to the next. */
export function HistoryPage({ section, articleHref, headline, revisions, ...frame }: HistoryProps) {
  const words = wordsOf(frame.site.language);
  return (
    <Layout frame={frame} kind="history">
      <header className="title">
        <Trail site={frame.site} links={[section, { href: articleHref, label: words.backToArticle }]} />
        <h1>{words.history}</h1>
        <p className="deck">
          <a href={articleHref}>{headline}</a>
        </p>
      </header>
      {revisions.length > 1 && (
        <p className="legend furniture">
          {words.historyDeck} <del>{words.legendTaken}</del> <ins>{words.legendPut}</ins>
        </p>
      )}
      {revisions.map((revision) => (
        <Revision key={revision.number} revision={revision} words={words} />
      ))}
    </Layout>
  );
}

const Revision = ({ revision, words }: { revision: RevisionProps; words: Words }) => (
  <section className="revision" id={`r${revision.number}`}>
    <header>
      <h2>{words.kinds[revision.kind]}</h2>
      <p className="furniture">
        {revision.number} · <Time at={revision.when} />
      </p>
    </header>
    <div>
      {revision.note && <p className="note">{revision.note}</p>}
      {revision.paragraphs && (
        <Changes headline={revision.headline} paragraphs={revision.paragraphs} words={words} />
      )}
    </div>
  </section>
);
