import { describe, expect, it } from 'vitest';
import { aFrame, aPicture } from '../layout/frame.builder.ts';
import { renderPage } from '../layout/render-page.ts';
import { anArticle } from './article.builder.ts';
import { ArticlePage } from './article.page.tsx';
import type { ArticleProps } from './article.props.ts';

const page = (changes: Partial<ArticleProps> = {}) => renderPage(<ArticlePage {...anArticle(changes)} />);
const when = { iso: '2026-11-24T06:09:00.000Z', label: '24 November 2026, 15:09 KST' };

describe('an article page', () => {
  it('has one h1, the headline, with its marks escaped', () => {
    const html = page({ headline: 'Rain & <wind>' });
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toContain('<h1>Rain &amp; &lt;wind&gt;</h1>');
  });

  it('has no empty figure where there is no picture', () => {
    expect(page()).not.toContain('<figure');
  });

  it('keeps the place of its picture and loads it first', () => {
    const html = page({ picture: aPicture({ caption: 'The bay.', credit: 'M. Vane' }) });
    expect(html).toContain('width="960" height="640"');
    expect(html).toContain('fetchPriority="high"');
    expect(html).not.toContain('loading="lazy"');
    expect(html).toContain('<figcaption>The bay. <small>M. Vane</small></figcaption>');
  });

  it('has no part without content', () => {
    const html = page();
    for (const part of ['class="topics"', 'class="rail"', 'class="turn"', 'class="notice"', 'class="deck"']) {
      expect(html).not.toContain(part);
    }
  });

  it('writes bylines as each language does', () => {
    const bylines = [{ name: 'Kim' }, { name: 'Lee', href: '/person/lee' }, { name: 'Park' }];
    expect(page({ bylines })).toContain('By Kim, <a href="/person/lee">Lee</a> and Park</p>');
    expect(page({ ...aFrame('ko'), bylines })).toContain('Kim, <a href="/person/lee">Lee</a>·Park 기자</p>');
  });

  it('puts the credit where the byline would be, and under the text as it is written', () => {
    const html = page({ credit: '(Yonhap)' });
    expect(html).toContain('<p class="byline">Yonhap</p>');
    expect(html).toContain('<p class="creditline">(Yonhap)</p>');
  });

  it('gives both times to machines', () => {
    const html = page({ updated: when });
    expect(html).toContain('<time dateTime="2026-11-24T05:40:00.000Z">');
    expect(html).toContain('<time dateTime="2026-11-24T06:09:00.000Z">');
  });

  it('tells of the newest correction over the text and of all under it', () => {
    const html = page({
      revisions: 3,
      corrections: [
        { kind: 'correction', text: 'The vote was 61 to 40.', when },
        {
          kind: 'clarification',
          text: 'He meant core inflation.',
          when: { ...when, iso: '2026-11-23T06:09:00.000Z' },
        },
      ],
    });
    expect(html.match(/The vote was 61 to 40\./g)).toHaveLength(2);
    expect(html.match(/He meant core inflation\./g)).toHaveLength(1);
    expect(html.indexOf('class="notice"')).toBeLessThan(html.indexOf('class="body"'));
  });

  it('links its history once there is one', () => {
    expect(page()).not.toContain('/history"');
    expect(page({ revisions: 2 })).toContain(
      '<a href="/world/2026/11/24/lighthouse/history">2 published versions</a>',
    );
  });

  it('invites to the other language in that language', () => {
    expect(page({ translations: [{ language: 'ko', href: '/ko/x' }] })).toContain(
      '<a href="/ko/x" lang="ko" hrefLang="ko" rel="alternate">이 기사를 한국어로</a>',
    );
  });
});
