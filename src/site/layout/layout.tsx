import type { ReactNode } from 'react';
import { wordsOf } from '#ui/words.ts';
import { Footer } from './footer.tsx';
import { Head } from './head.tsx';
import type { PageFrame } from './layout.props.ts';
import { Masthead } from './masthead.tsx';

type Props = {
  frame: PageFrame;
  /** The class of `main`: which of the pages' rules apply. */
  kind: string;
  /** Built scripts of this page ("latest-stream.js"); none blocks, and no page needs one. */
  scripts?: string[];
  children: ReactNode;
};

const NONE: string[] = [];

/** The one page that all pages are: head, skip link, masthead, what the page says, footer. */
export function Layout({ frame, kind, scripts = NONE, children }: Props) {
  const { site, head, assets } = frame;
  return (
    <html lang={site.language}>
      <Head head={head} assets={assets} site={site} scripts={scripts} />
      <body>
        <a className="skip hidden" href="#text">
          {wordsOf(site.language).skip}
        </a>
        <Masthead site={site} front={kind === 'front'} />
        <main id="text" className={kind} tabIndex={-1}>
          {children}
        </main>
        <Footer site={site} address={head.canonical} />
      </body>
    </html>
  );
}
