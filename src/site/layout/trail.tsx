import { wordsOf } from '#ui/words.ts';
import type { Link, SiteProps } from './layout.props.ts';

/** The way from the front page to here; the last step is the section or the page one came through. */
export const Trail = ({ site, links }: { site: SiteProps; links: Link[] }) => (
  <nav className="trail" aria-label={wordsOf(site.language).breadcrumb}>
    <ol>
      {[{ href: site.homeHref, label: wordsOf(site.language).frontPage }, ...links].map((link) => (
        <li key={link.href}>
          <a href={link.href}>{link.label}</a>
        </li>
      ))}
    </ol>
  </nav>
);
