import { describe, expect, it } from 'vitest';
import { aFrame } from '../layout/frame.builder.ts';
import { renderPage } from '../layout/render-page.ts';
import { BrokenPage } from './broken.page.tsx';
import { GonePage, NotFoundPage } from './error.page.tsx';

const when = { iso: '2026-11-24T06:09:00.000Z', label: '24 November 2026' };

describe('error pages', () => {
  it('a withdrawn article keeps its headline', () => {
    const html = renderPage(
      <GonePage {...aFrame()} latest={[]} headline="Harbour master resigns" when={when} />,
    );
    expect(html).toContain('<h1>Harbour master resigns</h1>');
    expect(html).toContain('This article has been withdrawn');
  });

  it('a missing page offers a way on', () => {
    const latest = [{ href: '/s/1', headline: 'Rain' }];
    expect(renderPage(<NotFoundPage {...aFrame()} latest={latest} />)).toContain('<a href="/s/1">Rain</a>');
  });

  it('an error of our own needs nothing that could be broken too', () => {
    const html = renderPage(<BrokenPage language="ko" siteName="신보" homeHref="/ko" requestId="r-1" />);
    expect(html).toContain('<html lang="ko">');
    expect(html).toContain('r-1');
    expect(html).not.toMatch(/<link|<script|\/assets\//);
  });
});
