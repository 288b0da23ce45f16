import { Fragment } from 'react';
import { Time } from '#ui/when.tsx';
import { type Words, wordsOf } from '#ui/words.ts';
import type { ArticleProps } from './article.props.ts';

/** By whom, when, in which versions and languages. Without a byline the credit stands in its place. */
export function Who(props: ArticleProps) {
  const words = wordsOf(props.site.language);
  return (
    <div className="who furniture">
      {props.bylines.length > 0 ? (
        <p className="byline">
          <Byline bylines={props.bylines} words={words} />
        </p>
      ) : (
        props.credit && <p className="byline">{props.credit.replace(/^\((.*)\)$/, '$1')}</p>
      )}
      <p>
        {words.published} <Time at={props.published} />
      </p>
      {props.updated && (
        <p>
          {words.updated} <Time at={props.updated} />
        </p>
      )}
      {props.revisions > 1 && (
        <p>
          <a href={props.historyHref}>{words.changes(props.revisions)}</a>
        </p>
      )}
      {props.translations.map((other) => (
        <p key={other.language} className="translation">
          <a href={other.href} lang={other.language} hrefLang={other.language} rel="alternate">
            {wordsOf(other.language).translation}
          </a>
        </p>
      ))}
    </div>
  );
}

/** The words around the names are the language's: "By A and B", "A·B 기자". */
function Byline({ bylines, words }: { bylines: ArticleProps['bylines']; words: Words }) {
  const [before = '', after = ''] = words.by('\0').split('\0');
  return (
    <>
      {before}
      {bylines.map(({ name, href }, index) => (
        <Fragment key={name}>
          {index > 0 && (index < bylines.length - 1 ? ', ' : words.and)}
          {href ? <a href={href}>{name}</a> : name}
        </Fragment>
      ))}
      {after}
    </>
  );
}
