import { Figure } from '#ui/picture.tsx';
import { wordsOf } from '#ui/words.ts';
import { headlineSize } from '../layout/headline-size.ts';
import { Layout } from '../layout/layout.tsx';
import { Trail } from '../layout/trail.tsx';
import { VIEW_BEACON_SCRIPT, ViewBeacon } from '../popular/view-beacon.tsx';
import { AfterText } from './after-text.tsx';
import type { ArticleProps } from './article.props.ts';
import { ArticleRail, TurnPage } from './article-rail.tsx';
import { Notes } from './notes.tsx';
import { Notice } from './notice.tsx';
import { Who } from './who.tsx';
import { withLocated } from './with-located.ts';

/** How wide the picture stands over the text: a photograph across both columns, a drawing in that of the text. */
const PHOTO_SIZES = '(width >= 76rem) 910px, (width >= 60rem) 64vw, 94vw';
const DRAWN_SIZES = '(width >= 76rem) 588px, (width >= 60rem) 64vw, 94vw';

const SCRIPTS = [VIEW_BEACON_SCRIPT];

/** An article, in the order of the paper: see article.css for where each part stands on a wide page. */
export function ArticlePage(props: ArticleProps) {
  const { site, head, assets, picture } = props;
  const words = wordsOf(site.language);
  const body = withLocated(props.bodyHtml, props.located);
  return (
    <Layout frame={{ site, head, assets }} kind="article" scripts={SCRIPTS}>
      <ViewBeacon article={props.id} />
      <article>
        <header className="head">
          <Trail site={site} links={[props.section]} />
          <h1 className={headlineSize(props.headline)}>{props.headline}</h1>
          {props.deck && <p className="deck">{props.deck}</p>}
        </header>
        <div className="grid">
          <Who {...props} />
          {props.corrections[0] && (
            <Notice note={props.corrections[0]} words={words} historyHref={props.historyHref} />
          )}
          {picture && (
            <Figure
              picture={picture}
              className={picture.drawing ? 'plate drawn' : 'plate'}
              first
              sizes={picture.drawing ? DRAWN_SIZES : PHOTO_SIZES}
            />
          )}
          <div className="text">
            <div className="body" dangerouslySetInnerHTML={{ __html: body }} />
            <Notes notes={props.notes} />
            {props.credit && <p className="creditline">{props.credit}</p>}
            <AfterText {...props} />
          </div>
          <ArticleRail latest={props.latest} popular={props.popular} words={words} />
        </div>
      </article>
      <TurnPage previous={props.previous} next={props.next} section={props.section.label} words={words} />
    </Layout>
  );
}
