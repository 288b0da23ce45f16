import { describe, expect, it } from 'vitest';
import { aFrame } from '../layout/frame.builder.ts';
import { renderPage } from '../layout/render-page.ts';
import { toStreamEvent } from './entry.tsx';
import { LatestPage } from './latest.page.tsx';
import type { LatestEntry } from './latest.props.ts';

const day = { iso: '2026-11-24', label: 'Tuesday, 24 November 2026' };
const entry: LatestEntry = {
  id: '7',
  href: '/world/a',
  headline: 'Rain & wind',
  section: 'World',
  when: { iso: '2026-11-24T05:40:00.000Z', label: '14:40' },
};

describe('Latest', () => {
  it('is whole without scripts', () => {
    const html = renderPage(
      <LatestPage {...aFrame()} days={[{ day, entries: [entry] }]} older="/latest?before=7" />,
    );
    expect(html).toContain('<h3><a href="/world/a">Rain &amp; wind</a></h3>');
    expect(html).not.toContain('<script');
    expect(html).toContain('rel="next" href="/latest?before=7"');
  });

  it('loads one script, which does not block, where it can be kept up to date', () => {
    const html = renderPage(
      <LatestPage {...aFrame()} days={[{ day, entries: [entry] }]} streamHref="/latest/events" />,
    );
    expect(html).toContain('<script type="module" async="" src="/assets/latest-stream.js"></script>');
    expect(html).toContain('<latest-stream src="/latest/events" one="1 new story" many="{n} new stories">');
  });

  it('sends entries with the same markup as the page has, in one line', () => {
    const html = renderPage(<LatestPage {...aFrame()} days={[{ day, entries: [entry] }]} />);
    const data = toStreamEvent(entry, day);
    expect(data).not.toContain('\n');
    expect(html).toContain(JSON.parse(data).html);
  });
});
