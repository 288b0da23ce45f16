import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSchema } from './document.schema.ts';
import { parseHtml } from './parse-html.ts';
import { toHtml } from './to-html.ts';
import { toText } from './to-text.ts';

const print = (html: string, base?: string): string => toHtml(parseHtml(html, { base }).document);

describe('parseHtml', () => {
  it('makes paragraphs of bare text, divs and double line breaks', () => {
    expect(print('One <div>two<div>three</div>four</div> five<br><br/>six<br>seven')).toBe(
      '<p>One</p>\n<p>two</p>\n<p>three</p>\n<p>four</p>\n<p>five</p>\n<p>six<br>seven</p>',
    );
  });

  it('keeps marks in one order and joins what is marked alike', () => {
    expect(
      print(
        '<p><b><a href="https://x.example/a">one</a></b><a href="https://x.example/a"> <b>two</b></a></p>',
      ),
    ).toBe('<p><a href="https://x.example/a"><strong>one</strong> <strong>two</strong></a></p>');
  });

  it('loses the link but keeps the words of a script address, and counts it', () => {
    const parsed = parseHtml('<p><a href=" java\nscript:alert(1)">Read</a> on</p>');
    expect(toHtml(parsed.document)).toBe('<p>Read on</p>');
    expect(parsed.notes).toEqual([
      'Left out of the text: 1 × links with an address that may not stand on a page; their words were kept.',
    ]);
  });

  it('resolves relative links against the base and loses them without one', () => {
    expect(print('<a href="../b?c=1&amp;d">x</a>', 'https://paper.example/a/z/')).toBe(
      '<p><a href="https://paper.example/a/b?c=1&amp;d">x</a></p>',
    );
    expect(print('<a href="../b">x</a>')).toBe('<p>x</p>');
  });

  it('drops script, style, iframe, svg and comments with what is in them', () => {
    expect(
      print(
        'a<script>alert(1)</script><style>b{}</style><!-- c --><svg><text>d</text></svg><iframe>e</iframe>f',
      ),
    ).toBe('<p>af</p>');
  });

  it('moves a picture amid words behind its paragraph and reads caption and credit of a figure', () => {
    expect(print('<p>one <img src="https://x.example/i.jpg" alt="A ship"> two</p>')).toBe(
      '<p>one two</p>\n<figure><img src="https://x.example/i.jpg" alt="A ship"></figure>',
    );
    expect(
      parseHtml(
        '<figure><img data-src="https://x.example/i.jpg"><figcaption>At sea <span class="credit">J. Doe</span></figcaption></figure>',
      ).document.content,
    ).toEqual([
      { type: 'figure', attrs: { src: 'https://x.example/i.jpg', caption: 'At sea', credit: 'J. Doe' } },
    ]);
  });

  it('keeps lists and tables, and unwraps tables that only lay out a page', () => {
    expect(print('<ul><li>a<li>b<ol start=3><li>c</ol></ul>')).toBe(
      '<ul><li>a</li><li><p>b</p><ol start="3"><li>c</li></ol></li></ul>',
    );
    expect(print('<table><tr><th>Team<th>Points<tr><td colspan=2>x</table>')).toBe(
      '<table><tbody><tr><th>Team</th><th>Points</th></tr><tr><td colspan="2">x</td></tr></tbody></table>',
    );
    expect(print('<table><tr><td><h2>T</h2><p>a</p></td><td>menu</td></tr></table>')).toBe(
      '<h2>T</h2>\n<p>a</p>\n<p>menu</p>',
    );
  });

  it('lifts blocks that lie too deep instead of nesting them', () => {
    const deep = parseHtml(`${'<blockquote>'.repeat(5000)}words${'</blockquote>'.repeat(5000)}`);
    expect(documentSchema.safeParse(deep.document).success).toBe(true);
    expect(toText(deep.document)).toBe('words');
  });

  it('reads five megabytes of one tag, closed wrongly or not at all', () => {
    for (const piece of ['<b>', '</b>', '<p>', '<a href="x">', '<td>', '<', '<!--', '&', '"', '<b></i>']) {
      const parsed = parseHtml(piece.repeat(Math.ceil(5_000_000 / piece.length)));
      expect(documentSchema.safeParse(parsed.document).success).toBe(true);
    }
  });
});

const TAGS =
  'p b i a div br ul li table tr td th blockquote pre h2 img figure figcaption script span sup q ol hr svg'.split(
    ' ',
  );
const PIECES = [
  ...TAGS.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} class="credit" onclick=x()>`]),
  '<a href="https://x.example/?a=1&b=2">',
  '<a href=javascript:alert(1)>',
  '<img src="https://x.example/i.png" alt="&quot;&lt;">',
  '<img src=data:text/html,x onerror=alert(1)>',
  '<ol start=7>',
  '<td colspan=3 rowspan=0>',
  '&nbsp;',
  '&lt;script&gt;',
  '&#0;',
  '&#146;',
  ' ',
  '\n',
  '\u00a0',
  '\ud800',
  'word',
  '한국',
  '<',
  '>',
  '"',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
];
const soup = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 60 })
    .map((all) => all.join('')),
);

describe('parse, print, parse', () => {
  it('is stable, fits the schema and holds nothing that can run, whatever the input', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const { document } = parseHtml(html, { base: 'https://paper.example/' });
        expect(documentSchema.safeParse(document).error).toBeUndefined();
        const printed = toHtml(document);
        expect(parseHtml(printed).document).toEqual(document);
        const tags = [...printed.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
        for (const tag of tags) expect(tag).toMatch(SAFE_TAG);
        expect(printed.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
      }),
      { numRuns: 3000 },
    );
  });
});

const SAFE_TAG =
  /^<(?:\/?(?:p|h[2-4]|ul|ol|li|blockquote|pre|table|tbody|tr|td|th|figure|figcaption|small|strong|em|code|sup|sub|br|hr)|\/a|ol start="-?\d+"|t[dh](?: (?:col|row)span="\d+"){1,2}|a href="(?:https?:|mailto:)[^"<>]*"|img src="https?:[^"<>]*" alt="[^"<>]*")>$/i;
