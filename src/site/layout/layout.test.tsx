import { describe, expect, it } from 'vitest';
import { aFrame } from './frame.builder.ts';
import { Layout } from './layout.tsx';
import { renderPage } from './render-page.ts';

const page = (...args: Parameters<typeof aFrame>) =>
  renderPage(
    <Layout frame={aFrame(...args)} kind="topic">
      <p>Text</p>
    </Layout>,
  );

describe('the layout', () => {
  it('begins with the doctype and says its language', () => {
    expect(page('ko')).toMatch(/^<!DOCTYPE html><html lang="ko">/);
  });

  it('escapes what stands in the head', () => {
    expect(page('en', { head: { title: '</title><script>' } })).toContain(
      '<title>&lt;/title&gt;&lt;script&gt;</title>',
    );
  });

  it('preloads the faces that an English page shows first, and no slice of a Korean face', () => {
    expect(page('en').match(/rel="preload"/g)).toHaveLength(4);
    expect(page('ko').match(/rel="preload"/g)).toHaveLength(1);
    expect(page('ko')).toContain('rel="preload" href="/assets/room.woff2"');
  });

  it('loads the Korean style sheet on Korean pages only', () => {
    expect(page('en')).not.toContain('paper-ko.css');
    expect(page('ko')).toContain('href="/assets/paper-ko.css"');
  });

  it('leads the keyboard to the text first', () => {
    expect(page()).toMatch(/<body><a class="skip hidden" href="#text">/);
    expect(page()).toContain('<main id="text"');
  });

  it('marks the section where one is', () => {
    expect(page()).toContain('<a href="/world" aria-current="page">World</a>');
  });

  it('has no edition switch where there is one edition', () => {
    const html = page('en', { site: { editions: [] } });
    expect(html).not.toContain('class="editions"');
    expect(html.match(/rel="preload"/g)).toHaveLength(3);
  });

  it('says that a demo edition is one, over the paper and under it', () => {
    expect(page('en', { site: { demo: 'Invented.' } }).match(/Invented\./g)).toHaveLength(2);
  });

  it('names every language version and feed', () => {
    const html = page('en', {
      head: {
        alternates: [{ language: 'ko', href: 'https://paper.example/ko/a' }],
        feeds: [
          { type: 'application/atom+xml', title: 'World', href: 'https://paper.example/feeds/world.atom' },
        ],
      },
    });
    expect(html).toContain('<link rel="alternate" hrefLang="ko" href="https://paper.example/ko/a"/>');
    expect(html).toContain('type="application/atom+xml" title="World"');
  });
});
