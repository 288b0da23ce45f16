import { aimsTable, judge } from './aims.ts';
import { count, type Figures, round, type SizeFigures, table } from './figures.ts';

/** Everything that was measured, as Markdown. */
export const toReport = (figures: Figures): string =>
  [
    '### Machine',
    figures.machine.join('\n'),
    '### Aims',
    aimsTable(judge(figures)),
    '### Pages from the cache, beside `node:http` with the same bytes',
    cachedTable(figures.sizes),
    '### Pages past the cache',
    uncachedTable(figures.sizes),
    '### Intake',
    intakeTable(figures.sizes),
    '### From push to page',
    visibleTable(figures.sizes, 'visible'),
    '### From kill to gone, over all surfaces',
    visibleTable(figures.sizes, 'gone'),
    '### Start',
    `From \`bin/dateline start\` on a folder with ${count(figures.sizes.at(-1)?.articles ?? 0)} articles until the front answers: ${round(figures.startSeconds, 2)} s.`,
  ].join('\n\n');

const cachedTable = (sizes: SizeFigures[]): string =>
  table(
    [
      'articles',
      'page',
      'bytes sent',
      '`node:http` /s',
      'Dateline /s',
      'ratio',
      'p99 ms, `node:http`',
      'p99 ms, Dateline',
      'CPU µs an answer, both',
    ],
    sizes.flatMap(({ articles, pages }) =>
      pages.map(({ name, cached: { bodyBytes, bare, paper, ratio } }) => [
        count(articles),
        name,
        count(bodyBytes),
        count(bare.perSecond),
        count(paper.perSecond),
        round(ratio, 2),
        round(bare.p99Ms, 1),
        round(paper.p99Ms, 1),
        `${round(bare.cpuMicroseconds)} / ${round(paper.cpuMicroseconds)}`,
      ]),
    ),
  );

const uncachedTable = (sizes: SizeFigures[]): string =>
  table(
    ['articles', 'page', 'per second', 'p99 ms', 'CPU ms a page', 'queries'],
    sizes.flatMap(({ articles, pages, queries }) =>
      pages.map(({ name, uncached }) => [
        count(articles),
        name,
        count(uncached.perSecond),
        round(uncached.p99Ms, 1),
        round(uncached.cpuMs, 2),
        name === 'article' ? round(queries, 1) : '',
      ]),
    ),
  );

const intakeTable = (sizes: SizeFigures[]): string =>
  table(
    ['articles there', 'how it comes', 'items', 'items per second'],
    sizes.flatMap(({ articles, intake }) =>
      intake.map(({ name, items, perSecond }) => [count(articles), name, count(items), count(perSecond)]),
    ),
  );

const visibleTable = (sizes: SizeFigures[], what: 'visible' | 'gone'): string =>
  table(
    ['articles', 'node', 'tries', 'p50 ms', 'p99 ms'],
    sizes.flatMap(({ articles, [what]: figures }) =>
      figures.map(({ name, tries, p50Ms, p99Ms }) => [
        count(articles),
        name,
        String(tries),
        round(p50Ms),
        round(p99Ms),
      ]),
    ),
  );
