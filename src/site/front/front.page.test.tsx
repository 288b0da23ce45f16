import { describe, expect, it } from 'vitest';
import { aFrame, aPicture } from '../layout/frame.builder.ts';
import type { TeaserProps } from '../layout/layout.props.ts';
import { renderPage } from '../layout/render-page.ts';
import { FrontPage } from './front.page.tsx';
import type { FrontContainer } from './front.props.ts';

const page = (...containers: FrontContainer[]) =>
  renderPage(<FrontPage {...aFrame()} containers={containers} />);
const story = (n: number, changes: Partial<TeaserProps> = {}): TeaserProps => ({
  href: `/s/${n}`,
  headline: `Story ${n}`,
  ...changes,
});

describe('a front', () => {
  it('has the nameplate as its heading', () => {
    expect(page()).toContain('<h1 class="nameplate">The Paper</h1>');
  });

  it('hides a container without stories', () => {
    const html = page(
      { key: 'a', layout: 'lead', stories: [story(1)] },
      { key: 'b', title: 'World', layout: 'columns', stories: [] },
    );
    expect(html).not.toContain('id="c-b"');
  });

  it('tells the person who runs an empty paper what to type', () => {
    expect(page()).toContain('dateline wire add');
    expect(page({ key: 'a', layout: 'lead', stories: [story(1)] })).not.toContain('dateline wire add');
  });

  it('loads the first picture at once and the others when they are near', () => {
    const picture = aPicture();
    const html = page({ key: 'a', layout: 'lead', stories: [story(1, { picture }), story(2, { picture })] });
    expect(html.match(/fetchPriority="high"/g)).toHaveLength(1);
    expect(html.match(/loading="lazy"/g)).toHaveLength(1);
  });

  it('shows briefs as headlines only', () => {
    const html = page({
      key: 'a',
      title: 'Briefs',
      layout: 'briefs',
      stories: [story(1, { deck: 'A deck', picture: aPicture() })],
    });
    expect(html).toContain('Story 1');
    expect(html).not.toContain('A deck');
    expect(html).not.toContain('<picture');
  });

  it('names every container for those who cannot see the rules between them', () => {
    const html = page({ key: 'a', layout: 'lead', stories: [story(1)] });
    expect(html).toContain('<h2 id="c-a" class="hidden">Top stories</h2>');
  });
});
