import { Time } from '#ui/when.tsx';
import { wordsOf } from '#ui/words.ts';
import type { Link } from '../layout/layout.props.ts';
import type { ArticleProps } from './article.props.ts';
import { Sources } from './sources.tsx';
import { StorySoFar } from './story-so-far.tsx';
import { WhatHappensNext } from './what-happens-next.tsx';

/** Under the text: what was corrected, what it belongs to, where to take it. */
export function AfterText({ corrections, sources, whatNext, storySoFar, topics, share, site }: ArticleProps) {
  const words = wordsOf(site.language);
  return (
    <div className="after">
      {corrections.length > 0 && (
        <section className="corrections" id="corrections">
          <h2>{words.corrections}</h2>
          <ul>
            {corrections.map((note) => (
              <li key={note.when.iso}>
                {note.text}{' '}
                <span className="furniture">
                  {words.kinds[note.kind]}, <Time at={note.when} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Sources lines={sources} language={site.language} />
      <WhatHappensNext {...whatNext} />
      {storySoFar && <StorySoFar {...storySoFar} />}
      <LinkRow className="topics" title={words.topics} links={topics} />
      <LinkRow className="share" title={words.share} links={share} />
      <LinkRow className="share" title={words.subscribe} links={[site.subscribe]} />
    </div>
  );
}

const LinkRow = ({ className, title, links }: { className: string; title: string; links: Link[] }) =>
  links.length > 0 && (
    <section className={className}>
      <h2>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
