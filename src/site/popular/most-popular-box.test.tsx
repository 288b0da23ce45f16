import { expect, test } from 'vitest';
import { renderPage } from '../layout/render-page.ts';
import { MostPopularBox } from './most-popular-box.tsx';
import { ViewBeacon } from './view-beacon.tsx';

const box = (...headlines: string[]) => ({
  title: 'Most popular',
  href: '/most-popular',
  entries: headlines.map((headline, place) => ({ href: `/s/${place}`, headline })),
});

test('the box is an ordered list under a heading that leads to all of them', () => {
  const html = renderPage(<MostPopularBox box={box('Fog', 'Rates')} />);
  expect(html).toContain(
    '<h2 class="rubric" id="most-popular"><a href="/most-popular">Most popular</a></h2>',
  );
  expect(html).toContain('<ol class="ranking" aria-labelledby="most-popular">');
  expect(html.indexOf('Fog')).toBeLessThan(html.indexOf('Rates'));
});

test('nothing read makes no box', () => {
  expect(renderPage(<MostPopularBox box={box()} />)).not.toContain('popular');
});

test('the beacon carries the number of its article and nothing else', () => {
  expect(renderPage(<ViewBeacon article={12} />)).toContain('<view-beacon article="12"></view-beacon>');
});
