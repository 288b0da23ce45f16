import { Fragment } from 'react';
import type { Language } from '#ui/words.ts';
import { recordWords } from './record-words.ts';
import type { SourceLine } from './sources.view.ts';

/** Under the text: whose words it gives, and on what footing they speak. */
export const Sources = ({ lines, language }: { lines: SourceLine[]; language: Language }) =>
  lines.length > 0 && (
    <section className="sources">
      <h2>{recordWords(language).sources}</h2>
      <ul>
        {lines.map(({ count, who }) => (
          <li key={count}>
            <b>{count}:</b>{' '}
            {who.map(({ text, href }, at) => (
              <Fragment key={text}>
                {at > 0 && '; '}
                {href ? <a href={href}>{text}</a> : text}
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
