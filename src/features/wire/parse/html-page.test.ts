import { describe, expect, it } from 'vitest';
import { toText } from '#document/to-text.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { parseMessage } from './parse-message.ts';

const parse = (html: string, url?: string): WireItem => {
  const [item] = parseMessage(new TextEncoder().encode(html), { url }).items;
  if (item === undefined) throw new Error('no item');
  return item;
};
const sentence =
  'The harbour board of Westmere, after years of talk, plans to close the old pier in early May. ';
const story = `<p>${sentence.repeat(2)}</p><p>${sentence.repeat(3)}</p><h2>What next</h2><p>${sentence.repeat(2)}</p>`;
const page = (head: string, body = ''): string =>
  `<!doctype html><html lang="en-GB"><head><title>Pier to close in May | Westmere Post</title>${head}</head><body><nav><a href="/">Home</a><a href="/news">News</a></nav>
   <main><article><h1>Pier to close in May</h1><p class="byline">By Jo Doe</p><div class="article-body">${story}</div><div class="related"><a href="/1">Ten piers to see</a></div></article>
   <aside><h3>Most read</h3><ul><li><a href="/2">A storm that nobody saw coming</a></li></ul></aside></main>${body}<footer>© Westmere Post</footer></body></html>`;

describe('a web page', () => {
  it('keeps the story and drops the furniture', () => {
    const item = parse(page(''), 'https://post.example/2026/03/24/pier');
    expect(item).toMatchObject({
      headline: 'Pier to close in May',
      byline: 'Jo Doe',
      language: 'en-GB',
      uri: 'https://post.example/2026/03/24/pier',
      firstcreated: '2026-03-24T00:00:00Z',
    });
    const text = toText(item.body);
    expect(text).toContain('What next');
    for (const furniture of ['Home', 'Most read', 'Ten piers', 'Westmere Post', 'Jo Doe'])
      expect(text).not.toContain(furniture);
  });

  it('believes schema.org before anything else', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': 'NewsArticle',
          headline: 'Pier to close in May',
          datePublished: '2026-03-24T10:05:00+09:00',
          dateModified: '2026-03-24T11:00:00+09:00',
          author: [{ name: 'Ann Lee' }, { name: 'Bo Ray' }],
        },
      ],
    };
    const item = parse(
      page(
        `<script type="application/ld+json">${JSON.stringify(data)}</script><link rel="canonical" href="https://post.example/pier">`,
      ),
    );
    expect(item).toMatchObject({
      uri: 'https://post.example/pier',
      byline: 'Ann Lee, Bo Ray',
      firstcreated: '2026-03-24T10:05:00+09:00',
      versioncreated: '2026-03-24T11:00:00+09:00',
    });
  });

  it('reads Open Graph and meta elements where there is no schema.org', () => {
    const item = parse(
      page(
        '<meta property="article:published_time" content="2026-03-24T10:05:00Z"><meta name="author" content="Ann Lee"><meta property="og:image" content="https://pix.example/1.jpg"><meta property="article:section" content="Coast">',
      ),
    );
    expect(item).toMatchObject({
      byline: 'Ann Lee',
      firstcreated: '2026-03-24T10:05:00Z',
      media: [{ href: 'https://pix.example/1.jpg' }],
      subject: [{ name: 'Coast' }],
    });
  });

  it('uses the text given to search engines where the page shows only its beginning', () => {
    const data = { '@type': 'NewsArticle', headline: 'x', articleBody: sentence.repeat(40) };
    const item = parse(
      `<html><body><h1>T</h1><p>${sentence}</p><script type="application/ld+json">${JSON.stringify(data)}</script></body></html>`,
    );
    expect(toText(item.body).length).toBeGreaterThan(2000);
  });

  it('leaves the date absent where the page bears none', () => {
    expect(parse(page('')).firstcreated).toBeUndefined();
    expect(parse(page('')).notes).toContain('No date was found.');
  });

  it('keeps the lead that stands between the headline and the element with the story', () => {
    const lead = 'The board of Westmere closes the old pier, and says that it will not be missed by anyone.';
    const item = parse(
      `<html><body><main><article><header><h1>Pier to close in May</h1><div class="article-excerpt"><p>${lead}</p></div></header><div class="entry-content">${story}</div></article></main></body></html>`,
    );
    expect(toText(item.body).startsWith(lead)).toBe(true);
    const teaser = parse(
      `<html><body><div class="teasers"><p class="excerpt">${lead}</p>${'<p><a href="/x">Something else that happened in the county</a></p>'.repeat(60)}</div><main><article><h1>Pier to close in May</h1><div class="entry-content">${story}</div></article></main></body></html>`,
    );
    expect(toText(teaser.body)).not.toContain(lead);
  });

  it('joins a story that is cut into blocks with wrappers of their own', () => {
    const block = (words: string): string =>
      `<div class="block__wrap"><div class="block"><p>${words}</p></div></div>`;
    const item = parse(
      `<html><body><div class="cols"><div class="menu">${'<a href="/x">Elsewhere in the county</a> '.repeat(9)}</div><div class="inner">${block(`First. ${sentence}`)}${block(`Second. ${sentence.repeat(3)}`)}${block(`Third. ${sentence}`)}</div></div></body></html>`,
    );
    const text = toText(item.body);
    for (const part of ['First.', 'Second.', 'Third.']) expect(text).toContain(part);
  });

  it('drops boxes that are called furniture in camel case, lines that are one link, the author box and signatures', () => {
    const item = parse(
      page('')
        .replace(
          '</article>',
          `<div class="RelatedCoverage-container"><p>Ten piers and what became of them</p></div></article>`,
        )
        .replace(
          '<h2>What next</h2>',
          '<p><a href="/9">Read what the board said in March</a></p><h2>What next</h2><div itemprop="author"><p>Jo Doe likes piers and writes about them, mostly on Mondays.</p></div>',
        ),
    );
    const text = toText(item.body);
    for (const furniture of ['Ten piers', 'said in March', 'likes piers'])
      expect(text).not.toContain(furniture);
    const signed = parse(
      page('').replace('</div><div class="related">', '<p>jd/NRW</p></div><div class="related">'),
    );
    expect(toText(signed.body)).not.toContain('jd/NRW');
  });

  it.each([
    ['in a line under the headline', '<p>24.03.2026 - Jo Doe</p>', ''],
    ['in an element called a publication', '<div class="publication">mardi 24 mars 2026</div>', ''],
    [
      "in the data of the page's scripts",
      '',
      '<script>window.data={"id":7,"published_at":"2026-03-24T00:00:00Z"}</script>',
    ],
  ])('finds the date %s', (_, shown, script) => {
    const comments = '<div class="comment"><span class="comment-date">25.03.2026</span><p>Nice.</p></div>';
    const item = parse(
      page('').replace('</h1>', `</h1>${shown}`).replace('</main>', `${comments}</main>${script}`),
    );
    expect(item.firstcreated).toBe('2026-03-24T00:00:00Z');
  });

  it('takes no date of a comment for one of the story', () => {
    const comments = '<div class="comments"><div class="date">25.03.2026</div><p>Nice.</p></div>';
    expect(parse(page('').replace('</main>', `${comments}</main>`)).firstcreated).toBeUndefined();
  });

  it('looks for a writer where a site names only itself', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Pier to close in May',
      author: { name: 'Westmere Post' },
    };
    const item = parse(
      page(
        `<meta property="og:site_name" content="Westmere Post"><script type="application/ld+json">${JSON.stringify(data)}</script>`,
      ),
    );
    expect(item.byline).toBe('Jo Doe');
  });
});
