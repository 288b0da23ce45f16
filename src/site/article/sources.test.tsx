import { expect, test } from 'vitest';
import type { Voice } from '#features/articles/articles.ts';
import { renderPage } from '../layout/render-page.ts';
import { Sources } from './sources.tsx';
import { toSourceLines } from './sources.view.ts';

const voice = (footing: Voice['footing'], name: string, role?: string): Voice => ({
  footing,
  name,
  ...(role ? { role } : {}),
  confidence: 0.95,
});

const VOICES = [
  voice('named', 'Ann Lee', 'mayor'),
  voice('anonymous', 'a Seoul source'),
  voice('named', 'Bo Park'),
  voice('organisation', 'The defence ministry'),
];

test('counts those who speak in plain words, by their footing', () => {
  expect(toSourceLines(VOICES, 'en', new Map([['Ann Lee', '/person/ann-lee']]))).toEqual([
    {
      count: 'Two people speak by name',
      who: [{ text: 'Ann Lee, mayor', href: '/person/ann-lee' }, { text: 'Bo Park' }],
    },
    { count: 'One is not named', who: [{ text: '“a Seoul source”' }] },
    { count: 'One organisation', who: [{ text: 'the defence ministry' }] },
  ]);
  expect(toSourceLines(VOICES, 'ko').map(({ count }) => count)).toEqual([
    '이름을 밝힌 사람 2명',
    '이름을 밝히지 않은 취재원 1명',
    '기관 1곳',
  ]);
});

test('has no box where nobody can be named', () => {
  const html = renderPage(<Sources lines={[]} language="en" />);
  expect(html).not.toContain('section');
  expect(renderPage(<Sources lines={toSourceLines(VOICES, 'en')} language="en" />)).toContain(
    '<h2>Sources</h2>',
  );
});
