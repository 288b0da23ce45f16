import { wordsOf } from '#ui/words.ts';
import type { Link, SiteProps } from './layout.props.ts';

export function Footer({ site, address }: { site: SiteProps; address: string }) {
  const words = wordsOf(site.language);
  return (
    <footer className="footer">
      <p className="nameplate">{site.name}</p>
      <nav aria-label={words.thePaper}>
        <Links title={words.sections} links={site.sections} />
        <Links title={words.thePaper} links={[site.latest, site.diary, site.search, ...site.pages]} />
        <Links title={words.feeds} links={site.feeds} />
      </nav>
      {/* The address is printed under an article on paper: print.css. */}
      <div className="colophon" data-address={address}>
        <p>
          {site.colophon}
          {site.demo && (
            <>
              <br />
              {site.demo}
            </>
          )}
        </p>
        <a className="totop" href="#top">
          {words.toTop} <span aria-hidden="true">↑</span>
        </a>
      </div>
    </footer>
  );
}

const Links = ({ title, links }: { title: string; links: Link[] }) =>
  links.length > 0 && (
    <div>
      <h2>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </div>
  );
