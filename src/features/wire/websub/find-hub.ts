export type FoundHub = { hub: string; topic: string };

/** Elements of the feed itself stand before its entries. */
const HEAD = 65_536;
const LINK_ELEMENT = /<(?:[\w-]{1,20}:)?link\b([^<>]{1,2000})>/gi;

/**
 * The hub that pushes a feed, and the address that the feed is known to it by (WebSub, 4): from the Link headers, else from
 * its link elements, RSS or Atom. Undefined where it names none. Any of several hubs will do; the first is taken.
 */
export function findHub(answer: { url: string; bytes: Uint8Array; link?: string }): FoundHub | undefined {
  const fromHeader = (rel: string): string | undefined => linkHeader(answer.link ?? '', rel);
  let hub = fromHeader('hub');
  let topic = fromHeader('self');
  if (hub === undefined) {
    const links = linkElements(Buffer.from(answer.bytes.subarray(0, HEAD)).toString('utf8'));
    hub = links.find(({ rel }) => rel === 'hub')?.href;
    topic ??= links.find(({ rel }) => rel === 'self')?.href;
  }
  const address = hub === undefined ? null : URL.parse(hub, answer.url);
  if (address === null || !/^https?:$/.test(address.protocol)) return undefined;
  return { hub: address.href, topic: URL.parse(topic ?? answer.url, answer.url)?.href ?? answer.url };
}

/** RFC 8288: `<https://hub.example/>; rel="hub", <…>; rel=self`. */
function linkHeader(header: string, rel: string): string | undefined {
  for (const [, href, parameters = ''] of header
    .slice(0, 16_384)
    .matchAll(/<([^<>]{1,2000})>([^<,]{0,500})/g)) {
    const [, quoted, bare] =
      /;\s{0,5}rel\s{0,5}=\s{0,5}(?:"([^"]{0,200})"|([\w-]{1,40}))/i.exec(parameters) ?? [];
    if ((quoted ?? bare ?? '').toLowerCase().split(/\s+/).includes(rel)) return href;
  }
  return undefined;
}

function linkElements(text: string): { rel: string; href: string }[] {
  return [...text.matchAll(LINK_ELEMENT)].flatMap(([, attributes = '']) => {
    const of = (name: string): string | undefined =>
      new RegExp(`\\b${name}\\s{0,5}=\\s{0,5}["']([^"']{1,2000})["']`, 'i').exec(attributes)?.[1];
    const [rel, href] = [of('rel'), of('href')];
    return rel === undefined || href === undefined
      ? []
      : [{ rel: rel.toLowerCase(), href: href.replaceAll('&amp;', '&') }];
  });
}
