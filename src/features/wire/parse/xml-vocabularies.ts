/** Namespaces by what they are called here; feeds write them in many ways, so case and trailing marks do not count. */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  dc: ['purl.org/dc/elements/1.1', 'purl.org/dc/elements/1.0'],
  dcterms: ['purl.org/dc/terms'],
  content: ['purl.org/rss/1.0/modules/content'],
  media: ['search.yahoo.com/mrss', 'video.search.yahoo.com/mrss', 'tools.search.yahoo.com/mrss'],
  itunes: ['www.itunes.com/dtds/podcast-1.0.dtd', 'example.com/dtds/podcast-1.0.dtd'],
  atom: ['www.w3.org/2005/atom', 'purl.org/atom/ns'],
  rdf: ['www.w3.org/1999/02/22-rdf-syntax-ns'],
  xhtml: ['www.w3.org/1999/xhtml'],
  slash: ['purl.org/rss/1.0/modules/slash'],
  wp: ['wordpress.org/export/1.0', 'wordpress.org/export/1.1', 'wordpress.org/export/1.2'],
  excerpt: [
    'wordpress.org/export/1.0/excerpt',
    'wordpress.org/export/1.1/excerpt',
    'wordpress.org/export/1.2/excerpt',
  ],
  wfw: ['wellformedweb.org/commentapi'],
  feedburner: ['rssnamespace.org/feedburner/ext/1.0'],
  cc: ['web.resource.org/cc', 'backend.userland.com/creativecommonsrssmodule'],
  '': [
    'purl.org/rss/1.0',
    'my.netscape.com/rdf/simple/0.9',
    'my.netscape.com/publish/formats/rss-0.91.dtd',
    'channel.netscape.com/rdf/simple/0.9',
    'backend.userland.com/rss',
    'backend.userland.com/rss2',
    'backend.userland.com/rss091',
    'blogs.law.harvard.edu/tech/rss',
    'cyber.law.harvard.edu/rss/rss.html',
    'purl.org/net/rss1.1',
    'my.netscape.com/rdf/simple/0.9beta',
    'iptc.org/std/nar/2006-10-01',
    'iptc.org/std/nitf/2006-10-18',
  ],
};

const BY_ADDRESS = new Map(
  Object.entries(VOCABULARIES).flatMap(([word, addresses]) =>
    addresses.map((address) => [address, word] as const),
  ),
);

/** Prefixes that feeds use without binding them. */
const PREFIXES = new Set([
  'dc',
  'dcterms',
  'content',
  'media',
  'itunes',
  'atom',
  'rdf',
  'slash',
  'wfw',
  'wp',
  'excerpt',
  'feedburner',
  'cc',
]);

/** The short word for a namespace; an unknown one is '' where it is the default, else its prefix with a colon. */
export function vocabularyOf(prefix: string, namespace: string | undefined): string {
  if (namespace !== undefined) {
    const known = BY_ADDRESS.get(addressKey(namespace));
    if (known !== undefined) return known;
  }
  if (prefix === '') return '';
  if (namespace === undefined && PREFIXES.has(prefix.toLowerCase())) return prefix.toLowerCase();
  return `${prefix}:`;
}

function addressKey(namespace: string): string {
  const bare = namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '');
  let end = bare.length;
  while (end > 0 && '/#'.includes(bare.charAt(end - 1))) end -= 1;
  return bare.slice(0, end);
}
