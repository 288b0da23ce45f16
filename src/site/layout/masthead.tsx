import { Time } from '#ui/when.tsx';
import { wordsOf } from '#ui/words.ts';
import type { SectionLink, SiteProps } from './layout.props.ts';

/** A name of more letters than this is set smaller, so that it stays on one line of a wide page. */
const LONG_NAME = 24;

/** Nameplate, dateline, sections. On a front the nameplate is the page's heading. */
export function Masthead({ site, front }: { site: SiteProps; front: boolean }) {
  const words = wordsOf(site.language);
  return (
    <header className="masthead" id="top">
      {front ? (
        <h1 className={site.name.length > LONG_NAME ? 'nameplate long' : 'nameplate'}>{site.name}</h1>
      ) : (
        <p className="nameplate">
          <a href={site.homeHref}>{site.name}</a>
        </p>
      )}
      <div className="dateline">
        <Time at={site.today} />
        {site.demo && <span className="demo">{site.demo}</span>}
        {site.editions.length > 1 && <Editions site={site} />}
      </div>
      <nav className="sections" aria-label={words.sections}>
        <ul>
          {site.sections.map((section) => (
            <SectionItem key={section.href} link={section} />
          ))}
          <SectionItem link={site.latest} apart />
          <SectionItem link={site.diary} />
          <SectionItem link={site.search} />
        </ul>
      </nav>
    </header>
  );
}

const SectionItem = ({ link, apart = false }: { link: SectionLink; apart?: boolean }) => (
  <li className={apart ? 'apart' : undefined}>
    <a href={link.href} aria-current={link.current ? 'page' : undefined}>
      {link.label}
    </a>
  </li>
);

const Editions = ({ site }: { site: SiteProps }) => (
  <nav className="editions" aria-label={wordsOf(site.language).editions}>
    {site.editions.map((edition) =>
      edition.current ? (
        <b key={edition.language} lang={edition.language}>
          {edition.label}
        </b>
      ) : (
        <a key={edition.language} href={edition.href} lang={edition.language} hrefLang={edition.language}>
          {edition.label}
        </a>
      ),
    )}
  </nav>
);
