import { once } from 'node:events';
import { createServer } from 'node:http';
import sharp from 'sharp';
import { type PushedCopy, push, type Wire } from './copy.ts';
import type { RunningPaper } from './paper.ts';

/** A kind of page of the paper, at an address where there is one. */
export type PageType = {
  name: string;
  url: string;
  /** Where search engines are sent instead: a page of results is none of theirs. */
  canonical?: string;
  status?: number;
  lang?: 'en' | 'ko';
  /** Types of JSON-LD that must be on it. */
  jsonLd?: string[];
  /** An article is held to the budget of articles. */
  article?: boolean;
};

const LIST = ['CollectionPage', 'BreadcrumbList'];
const ARTICLE = { article: true, jsonLd: ['NewsArticle', 'BreadcrumbList'] };

const textOf = async (url: string): Promise<string> => (await fetch(url)).text();

/** The addresses of articles that a page lists in its main part, in order. */
async function articlesOn(url: string): Promise<string[]> {
  const main = /<main.*<\/main>/s.exec(await textOf(url))?.[0] ?? '';
  const hrefs = [...main.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href = '']) => new URL(href, url).href);
  if (hrefs.length === 0) throw new Error(`${url} lists no articles`);
  return hrefs;
}

async function firstWhere(urls: string[], test: (html: string) => boolean): Promise<string> {
  for (const url of urls) if (test(await textOf(url))) return url;
  throw new Error('no article of the demo edition is of the kind that is looked for');
}

async function olderThan(url: string): Promise<string> {
  const href = /<a rel="next" href="([^"]+)"/.exec(await textOf(url))?.[1];
  if (!href) throw new Error(`${url} has no older page`);
  return new URL(href.replaceAll('&amp;', '&'), url).href;
}

/** The week before this one that has entries; following the demo edition takes a moment. */
async function olderWeek(demo: string): Promise<string> {
  for (const deadline = AbortSignal.timeout(30_000); ; deadline.throwIfAborted()) {
    const href = /<a rel="prev" href="([^"]+)"/.exec(await textOf(`${demo}/diary`))?.[1];
    if (href) return new URL(href, demo).href;
  }
}

/** A minister of the demo edition; following it takes a moment. */
async function personPage(demo: string): Promise<string> {
  const url = `${demo}/person/kaspar-ullen`;
  for (const deadline = AbortSignal.timeout(30_000); ; deadline.throwIfAborted())
    if ((await fetch(url)).ok) return url;
}

/** An article that is published and then killed by its provider. */
async function killedArticle(wire: Wire): Promise<string> {
  const copy = { uri: 'urn:e2e:page-types:killed', headline: 'Lighthouse keeper said to have retired' };
  await push(wire, copy);
  const [url] = await articlesOn(`${wire.url}/world`);
  await push(wire, { ...copy, version: 2, pubstatus: 'canceled' });
  return url ?? '';
}

/** The kinds of page that the demo edition has. */
export async function demoPageTypes(demo: string, wire: Wire): Promise<PageType[]> {
  const articles = await articlesOn(`${demo}/national`);
  const corrected = (await articlesOn(`${demo}/corrections`))[0] ?? '';
  const [korean = ''] = await articlesOn(`${demo}/ko`);
  return [
    { name: 'front', url: `${demo}/`, jsonLd: ['WebSite', 'NewsMediaOrganization'] },
    { name: 'section', url: `${demo}/national`, jsonLd: LIST },
    { name: 'article with a picture', url: await firstWhere(articles, hasFigure), ...ARTICLE },
    {
      name: 'article without a picture',
      url: await firstWhere(articles, (html) => !hasFigure(html)),
      ...ARTICLE,
    },
    { name: 'article with a correction', url: corrected, ...ARTICLE },
    { name: 'history', url: `${corrected}/history` },
    { name: 'latest', url: `${demo}/latest`, jsonLd: LIST },
    { name: 'latest, older', url: await olderThan(`${demo}/latest`), jsonLd: LIST },
    { name: 'topic', url: `${demo}/topic/skarn-dam`, jsonLd: LIST },
    { name: 'person', url: await personPage(demo), jsonLd: ['ProfilePage', 'BreadcrumbList'] },
    { name: 'corrections', url: `${demo}/corrections` },
    { name: 'most popular', url: `${demo}/most-popular` },
    { name: 'diary', url: `${demo}/diary`, jsonLd: LIST },
    { name: 'diary of a week', url: await olderWeek(demo), jsonLd: LIST },
    { name: 'Korean diary', url: `${demo}/ko/diary`, lang: 'ko' },
    { name: 'search', url: `${demo}/search?q=ferry`, canonical: `${demo}/search` },
    { name: 'search, nothing found', url: `${demo}/search?q=xyzzyq`, canonical: `${demo}/search` },
    { name: 'Korean search', url: `${demo}/ko/search?q=여객선`, canonical: `${demo}/ko/search`, lang: 'ko' },
    { name: 'subscribe', url: `${demo}/subscribe` },
    { name: 'Korean subscribe', url: `${demo}/ko/subscribe`, lang: 'ko' },
    { name: 'not found', url: `${demo}/national/never-there`, status: 404 },
    { name: 'withdrawn article', url: await killedArticle(wire), status: 410 },
    { name: 'Korean front', url: `${demo}/ko`, lang: 'ko', jsonLd: ['WebSite', 'NewsMediaOrganization'] },
    { name: 'Korean section', url: `${demo}/ko/national`, lang: 'ko', jsonLd: LIST },
    { name: 'Korean article', url: korean, lang: 'ko', ...ARTICLE },
    { name: 'Korean latest', url: `${demo}/ko/latest`, lang: 'ko', jsonLd: LIST },
  ];
}

const hasFigure = (html: string): boolean => html.includes('<figure class="plate');

/** Serves ten photographs as a picture agency does, and gives their addresses. */
async function servePictures(): Promise<{ hrefs: string[]; close: () => void }> {
  const pictures = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      sharp({
        create: { width: 1500, height: 1000 - n * 40, channels: 3, background: { r: 20 * n, g: 90, b: 140 } },
      })
        .jpeg()
        .toBuffer(),
    ),
  );
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'image/jpeg' });
    response.end(pictures[Number(/\d+/.exec(request.url ?? '')?.[0])]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const hrefs = pictures.map((_, n) => `http://127.0.0.1:${port}/${n}.jpg`);
  return { hrefs, close: () => server.close() };
}

const OLD_ENOUGH_FOR_TWO_PAGES = 26;

/** Words that no other filler has: stories that read alike would be taken for takes of one. */
const ownWords = (filler: number, count: number): string =>
  Array.from({ length: count }, (_, at) => ((filler * 7919 + at * 104_729) % 1_679_616).toString(36)).join(
    ' ',
  );

/** Fills an empty paper with what the demo edition has not: a section of two pages, an article with ten pictures. */
export async function fillPaper(paper: RunningPaper): Promise<PageType[]> {
  const token = await paper.dateline('wire', 'add', 'agency', '--push', '--section', 'harbour', '--publish');
  const wire = { url: paper.url, name: 'agency', token };
  for (let n = 1; n <= OLD_ENOUGH_FOR_TWO_PAGES; n++)
    await push(wire, {
      uri: `urn:e2e:filler:${n}`,
      headline: `${ownWords(n, 4)} has come in`,
      paragraphs: [`${ownWords(n, 60)}.`],
    });
  const pictures = await servePictures();
  const copy: PushedCopy = {
    uri: 'urn:e2e:ten-pictures',
    headline: 'Ten photographs of the harbour on one morning',
    byline: 'Ann Lee and Bo Marsh',
    paragraphs: Array.from(
      { length: 24 },
      (_, n) => `Paragraph ${n + 1} of a long report about the harbour.`,
    ),
    pictures: pictures.hrefs.map((href, n) => ({
      href,
      alt: `Photograph ${n + 1}`,
      caption: `What photograph ${n + 1} shows.`,
    })),
  };
  await push(wire, copy);
  const [url = ''] = await articlesOn(`${paper.url}/harbour`);
  const deadline = AbortSignal.timeout(60_000);
  while ((await textOf(url)).split('<figure').length - 1 < 10) deadline.throwIfAborted();
  pictures.close();
  return [
    { name: 'section, older', url: await olderThan(`${paper.url}/harbour`), jsonLd: LIST },
    { name: 'article with ten pictures', url, ...ARTICLE },
  ];
}
