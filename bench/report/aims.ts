import { type Figures, round, type SizeFigures, table } from './figures.ts';

type Aim = { what: string; aim: string; found: string; met: boolean };

const MOST_GROWTH = 1.5;

/** Whether each aim is met, and what was found. */
export function judge({ sizes, startSeconds }: Figures): Aim[] {
  return [
    ...cachedAims(sizes),
    ...articleAims(sizes),
    ...intakeAims(sizes),
    visibleAim(sizes),
    goneAim(sizes),
    growthAim(sizes),
    {
      what: 'start to first page with data there',
      aim: '< 4 s',
      found: `${round(startSeconds, 2)} s`,
      met: startSeconds < 4,
    },
  ];
}

const lowest = (values: number[]): number => Math.min(...values);
const highest = (values: number[]): number => Math.max(...values);

function cachedAims(sizes: SizeFigures[]): Aim[] {
  const names = sizes[0]?.pages.map(({ name }) => name) ?? [];
  return names.map((name) => {
    const ratio = lowest(
      sizes.flatMap(({ pages }) =>
        pages.filter((page) => page.name === name).map(({ cached }) => cached.ratio),
      ),
    );
    return {
      what: `${name} from the cache, of \`node:http\``,
      aim: '≥ 0.90',
      found: round(ratio, 2),
      met: ratio >= 0.895,
    };
  });
}

function articleAims(sizes: SizeFigures[]): Aim[] {
  const articles = sizes.flatMap(({ pages }) => pages.filter(({ name }) => name === 'article'));
  const rate = lowest(articles.map(({ uncached }) => uncached.perSecond));
  const cpu = highest(articles.map(({ uncached }) => uncached.cpuMs ?? Number.NaN));
  const queries = highest(sizes.map((size) => size.queries));
  return [
    { what: 'article past the cache, per second', aim: '≥ 800', found: round(rate), met: rate >= 800 },
    { what: 'CPU time of an article, ms', aim: '≤ 3', found: round(cpu, 2), met: cpu <= 3 },
    { what: 'queries of an article', aim: '≤ 8', found: round(queries, 1), met: queries < 8.5 },
  ];
}

const intakeAims = (sizes: SizeFigures[]): Aim[] =>
  (sizes[0]?.intake ?? []).map(({ name }) => {
    const rate = lowest(
      sizes.flatMap(({ intake }) =>
        intake.filter((one) => one.name === name).map(({ perSecond }) => perSecond),
      ),
    );
    return { what: `intake: ${name}, items per second`, aim: '≥ 300', found: round(rate), met: rate >= 300 };
  });

function visibleAim(sizes: SizeFigures[]): Aim {
  const slowest = highest(sizes.flatMap(({ visible }) => visible.map(({ p99Ms }) => p99Ms)));
  return {
    what: 'publication visible on every node, 99 of 100',
    aim: '≤ 250 ms',
    found: `${round(slowest)} ms`,
    met: slowest <= 250,
  };
}

function goneAim(sizes: SizeFigures[]): Aim {
  const slowest = highest(sizes.flatMap(({ gone }) => gone.map(({ p99Ms }) => p99Ms)));
  return {
    what: 'kill gone from every surface of every node, 99 of 100',
    aim: '≤ 1000 ms',
    found: `${round(slowest)} ms`,
    met: slowest <= 1000,
  };
}

/** What a page costs at the larger size over what it costs at the smaller: rates from the cache, CPU time and rates past it. */
function growthAim(sizes: SizeFigures[]): Aim {
  const [small, large] = [sizes[0], sizes.at(-1)];
  const growths = (small?.pages ?? []).flatMap((page) => {
    const other = large?.pages.find(({ name }) => name === page.name);
    if (!other) return [];
    return [page.uncached.perSecond / other.uncached.perSecond, page.cached.ratio / other.cached.ratio];
  });
  const visible = (small?.visible ?? []).flatMap(({ name, p50Ms }) => {
    const other = large?.visible.find((one) => one.name === name);
    return other ? [other.p50Ms / p50Ms] : [];
  });
  const worst = highest([...growths, ...visible]);
  return {
    what: `most that anything but intake slows down, ${small?.articles} to ${large?.articles} articles`,
    aim: '≤ 1.5 ×',
    found: `${round(worst, 2)} ×`,
    met: worst <= MOST_GROWTH,
  };
}

export const aimsTable = (aims: Aim[]): string =>
  table(
    ['aim', 'wanted', 'found', ''],
    aims.map(({ what, aim, found, met }) => [what, aim, found, met ? 'met' : '**missed**']),
  );
