import { type Language, wordsOf } from '#ui/words.ts';

type Props = {
  language: Language;
  siteName: string;
  homeHref: string;
  requestId: string;
  /** What was wrong with the request, where it was that and not we. */
  refused?: string;
  /** The database cannot be reached; the page will be there again. */
  away?: boolean;
};

/** Enough style to look like the paper when nothing else can be reached. */
const STYLE =
  ':root{color-scheme:light dark}body{max-width:40rem;margin:0 auto;padding:12vh 1.25rem;' +
  'font:1.25rem/1.5 Georgia,serif;color:#191713;background:#fcfbf8}h1{font-weight:500;line-height:1.1}' +
  'a{color:#b0331a}small{color:#5b564d}' +
  '@media(prefers-color-scheme:dark){body{color:#ebe7de;background:#141310}a{color:#f08a66}small{color:#aaa497}}';

/** The page for an error. It stands by itself: no database, no built files. */
export function BrokenPage({ language, siteName, homeHref, requestId, refused, away = false }: Props) {
  const words = wordsOf(language);
  const ours = away ? words.away : words.broken;
  const heading = refused === undefined ? ours : words.refused;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${heading} — ${siteName}`}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <p>
            <a href={homeHref}>{siteName}</a> —
          </p>
          <h1>{heading}</h1>
          <p>{refused ?? (away ? words.awayText : words.brokenText)}</p>
          <p>
            <small>
              {words.requestId} {requestId}
            </small>
          </p>
        </main>
      </body>
    </html>
  );
}
