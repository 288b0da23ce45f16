import { type AssetManifest, assetHref } from '#ui/assets.ts';
import { toScriptJson } from './json-ld.ts';
import type { HeadProps, SiteProps } from './layout.props.ts';

/**
 * The faces above the fold: they must be there at the first paint or not at all (src/ui/fonts.css). Korean faces come in
 * too many slices to preload: there it is the one that keeps their room.
 */
const FACES = ['newsreader-display.woff2', 'newsreader-text.woff2', 'franklin.woff2'];
const WITH_HANGUL = [...FACES, 'franklin-hangul.woff2'];
const ROOM = ['hangul-room.woff2'];

const facesOf = ({ language, editions }: SiteProps): string[] =>
  language === 'ko' ? ROOM : editions.length > 1 ? WITH_HANGUL : FACES;

type Props = { head: HeadProps; assets: AssetManifest; site: SiteProps; scripts: string[] };

export function Head({ head, assets, site, scripts }: Props) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title}</title>
      {facesOf(site).map((face) => (
        <link
          key={face}
          rel="preload"
          href={assetHref(assets, face)}
          as="font"
          type="font/woff2"
          crossOrigin=""
        />
      ))}
      <link rel="stylesheet" href={assetHref(assets, 'paper.css')} />
      {site.language === 'ko' && <link rel="stylesheet" href={assetHref(assets, 'paper-ko.css')} />}
      <link rel="icon" href={assetHref(assets, 'icon.svg')} type="image/svg+xml" />
      <meta name="theme-color" content="#fcfbf8" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#141310" media="(prefers-color-scheme: dark)" />
      {head.description && <meta name="description" content={head.description} />}
      <meta name="robots" content={head.robots ?? 'max-image-preview:large'} />
      <Relations head={head} />
      {head.og && <OpenGraph og={head.og} url={head.canonical} siteName={site.name} />}
      {head.jsonLd?.map((data) => {
        const json = toScriptJson(data);
        return <script key={json} type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
      })}
      {scripts.map((name) => (
        <script key={name} type="module" async src={assetHref(assets, name)} />
      ))}
    </head>
  );
}

function Relations({ head }: { head: HeadProps }) {
  return (
    <>
      <link rel="canonical" href={head.canonical} />
      {head.alternates?.map((other) => (
        <link key={other.language} rel="alternate" hrefLang={other.language} href={other.href} />
      ))}
      {head.feeds?.map((feed) => (
        <link key={feed.href} rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
      ))}
      {head.previous && <link rel="prev" href={head.previous} />}
      {head.next && <link rel="next" href={head.next} />}
    </>
  );
}

function OpenGraph({
  og,
  url,
  siteName,
}: {
  og: NonNullable<HeadProps['og']>;
  url: string;
  siteName: string;
}) {
  const entries: [string, string | undefined][] = [
    ['og:type', og.type],
    ['og:site_name', siteName],
    ['og:title', og.title],
    ['og:description', og.description],
    ['og:url', url],
    ['og:locale', og.locale],
    ['og:image', og.image?.url],
    ['og:image:width', og.image?.width.toString()],
    ['og:image:height', og.image?.height.toString()],
    ['og:image:alt', og.image?.alt],
    ['article:published_time', og.published],
    ['article:modified_time', og.modified],
    ['article:section', og.section],
  ];
  return (
    <>
      {entries.map(
        ([property, content]) => content && <meta key={property} property={property} content={content} />,
      )}
      <meta name="twitter:card" content={og.image ? 'summary_large_image' : 'summary'} />
    </>
  );
}
