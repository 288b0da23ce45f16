import type { Segment } from '#features/search/search.ts';
import { Time } from '#ui/when.tsx';
import { Layout } from '../layout/layout.tsx';
import { Title } from '../layout/title.tsx';
import type { ResultProps, SearchNote, SearchProps } from './search.props.ts';
import { SearchForm } from './search-form.tsx';
import { searchWordsOf } from './search-words.ts';

const SCRIPTS = ['search-suggest.js'];

export function SearchPage({ form, title, notes, results, first, next, ...frame }: SearchProps) {
  const words = searchWordsOf(frame.site.language);
  return (
    <Layout frame={frame} kind="search" scripts={SCRIPTS}>
      <Title site={frame.site} title={title} />
      <SearchForm form={form} words={words} />
      <div className="notes">
        {notes.map((note) => (
          <Note key={note.text} {...note} />
        ))}
      </div>
      {results.length > 0 && (
        <ol className="results">
          {results.map((result) => (
            <Result key={result.href} {...result} />
          ))}
        </ol>
      )}
      {(first || next) && (
        <div className="pager">
          {first && (
            <a rel="prev" href={first}>
              <span aria-hidden="true">← </span>
              {words.first}
            </a>
          )}
          {next && (
            <a rel="next" href={next}>
              {words.more}
              <span aria-hidden="true"> →</span>
            </a>
          )}
        </div>
      )}
    </Layout>
  );
}

const Note = ({ text, link }: SearchNote) => (
  <p>
    {text} {link && <a href={link.href}>{link.label}</a>}
  </p>
);

const Result = ({ href, section, headline, excerpt, when }: ResultProps) => (
  <li className="story">
    <h2>
      <a href={href}>
        <Marked segments={headline} />
      </a>
    </h2>
    <p className="deck">
      <Marked segments={excerpt} />
    </p>
    <p className="furniture">
      {section && `${section} · `}
      <Time at={when} />
    </p>
  </li>
);

/** Text with what was looked for marked. React escapes it, so no text of an article can become markup. */
const Marked = ({ segments }: { segments: Segment[] }) =>
  segments.map(({ text, hit }, index) => {
    return hit ? <mark key={index}>{text}</mark> : text;
  });
