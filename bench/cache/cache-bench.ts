import { type BareHead, type Comparison, compareWithBare, startBenchServer } from './compare-with-bare.ts';
import { pinning } from './pinned-process.ts';

const number = (value: number | undefined, digits = 1): string =>
  value === undefined ? '-' : value.toFixed(digits);

const row = ({ name, bodyBytes, bare, paper, ratio, cpuRatio }: Comparison): string => {
  const cells = [
    name,
    String(bodyBytes),
    number(bare.perSecond, 0),
    number(paper.perSecond, 0),
    number(ratio, 3),
    `${number(bare.p50Ms, 2)}/${number(bare.p99Ms, 2)}`,
    `${number(paper.p50Ms, 2)}/${number(paper.p99Ms, 2)}`,
    `${number(bare.cpuMicroseconds)}/${number(paper.cpuMicroseconds)}`,
    number(cpuRatio, 3),
    String(bare.failed + paper.failed),
  ];
  return `| ${cells.join(' | ')} |`;
};

/** Comparisons as a Markdown table. */
export const toTable = (comparisons: readonly Comparison[]): string =>
  [
    '| page | bytes sent | node:http /s | cached /s | ratio | node:http p50/p99 ms | cached p50/p99 ms | CPU µs | CPU ratio | failed |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...comparisons.map(row),
  ].join('\n');

export type CacheBenchOptions = {
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
};

const heads: readonly BareHead[] = ['same', 'content'];

/** Measures the page cache alone, on made-up pages of common sizes, beside node:http with the same and with fewer headers. */
export const benchCache = async (options: CacheBenchOptions): Promise<Comparison[]> => {
  const cases = [
    { size: '20 KB identity', bytes: 20_000, encoding: 'identity' },
    { size: '20 KB br', bytes: 20_000, encoding: 'gzip, deflate, br, zstd' },
    { size: '60 KB br', bytes: 60_000, encoding: 'gzip, deflate, br, zstd' },
  ];
  const results: Comparison[] = [];
  for (const { size, bytes, encoding } of cases) {
    const { child, port } = await startBenchServer(['cached', String(bytes)]);
    const url = `http://127.0.0.1:${port}/page`;
    try {
      for (const head of heads) {
        const name = `${size}, ${head} headers`;
        results.push(await compareWithBare({ ...options, name, head, encoding, url, child }));
      }
    } finally {
      child.kill();
    }
  }
  return results;
};

if (import.meta.main) {
  const results = await benchCache({ seconds: 1, rounds: 9, connections: 32 });
  process.stdout.write(`${pinning()}\n\n${toTable(results)}\n`);
}
