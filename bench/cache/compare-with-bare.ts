import type { ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import type { BareBody } from './bench-server.ts';
import { cpuMicroseconds } from './cpu-time.ts';
import { forkServer, nextMessage, runLoad } from './pinned-process.ts';

export type Sample = {
  readonly answers: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
};

export type LoadOptions = {
  readonly seconds: number;
  readonly connections: number;
  readonly encoding: string;
};

const fileHere = (name: string): string => new URL(name, import.meta.url).pathname;

/** Loads one address from core 1 and measures it. Rates are answers per second, times milliseconds. */
export const measureLoad = async (
  url: string,
  { seconds, connections, encoding }: LoadOptions,
): Promise<Sample> => {
  const args = [fileHere('./load.ts'), url, String(connections), String(seconds), encoding];
  return JSON.parse(await runLoad(args));
};

/** `same`: node:http sends the very same head; `content`: only what the body needs, the least that a server can say. */
export type BareHead = 'same' | 'content';

const ownToNode = new Set(['date', 'connection', 'keep-alive']);
const contentOnly = new Set(['content-type', 'content-encoding', 'content-length']);

const headOf = (rawHeaders: readonly string[], head: BareHead): string[] => {
  const kept: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const wanted = head === 'same' ? !ownToNode.has(name) : contentOnly.has(name);
    if (wanted) kept.push(name, rawHeaders[index + 1] ?? '');
  }
  return kept;
};

/** What a server answers, byte for byte: the body as sent, undecoded. */
const capture = (url: string, encoding: string, head: BareHead): Promise<BareBody> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bodyBase64 = Buffer.concat(chunks).toString('base64');
        const headers = headOf(response.rawHeaders, head);
        if (response.statusCode === 200) resolve({ status: 200, headers, bodyBase64 });
        else reject(new Error(`${url} answers ${response.statusCode}: nothing to measure`));
      });
    });
    sent.on('error', reject).end();
  });

/** Starts a bench server on core 0. Ends with this process, or by `kill()`. */
export const startBenchServer = async (
  args: readonly string[],
  first?: BareBody,
): Promise<{ child: ChildProcess; port: number }> => {
  const child = forkServer(fileHere('./bench-server.ts'), args);
  if (first) child.send(first);
  const { port } = await nextMessage<{ port: number }>(child);
  return { child, port };
};

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export type Side = Sample & {
  /** CPU time of the server per answer, in microseconds; absent where the system does not tell. */
  readonly cpuMicroseconds?: number;
};

const medians = (sides: readonly Side[]): Side => {
  const cpu = sides.map((side) => side.cpuMicroseconds).filter((value) => value !== undefined);
  return {
    answers: sides.reduce((sum, side) => sum + side.answers, 0),
    perSecond: median(sides.map((side) => side.perSecond)),
    p50Ms: median(sides.map((side) => side.p50Ms)),
    p99Ms: median(sides.map((side) => side.p99Ms)),
    failed: sides.reduce((sum, side) => sum + side.failed, 0),
    cpuMicroseconds: cpu.length > 0 ? median(cpu) : undefined,
  };
};

const measureSide = async (
  url: string,
  load: LoadOptions,
  child: ChildProcess | undefined,
): Promise<Side> => {
  const before = cpuMicroseconds(child?.pid);
  const sample = await measureLoad(url, load);
  const after = cpuMicroseconds(child?.pid);
  if (before === undefined || after === undefined) return sample;
  return { ...sample, cpuMicroseconds: (after - before) / sample.answers };
};

export type Comparison = {
  readonly name: string;
  readonly bodyBytes: number;
  readonly bare: Side;
  readonly paper: Side;
  /** Requests per second of the paper over those of `node:http`: the median of the rounds' own ratios. */
  readonly ratio: number;
  /** The same of CPU time per answer, `node:http` over the paper; steadier than the rate on a machine with other work. */
  readonly cpuRatio?: number;
};

export type CompareOptions = LoadOptions & {
  readonly name: string;
  /** The page to measure, on a server that is running already, pinned to core 0. */
  readonly url: string;
  /** That server's process. */
  readonly child?: ChildProcess;
  readonly rounds: number;
  readonly head: BareHead;
};

/**
 * Measures a page beside `node:http` answering the same bytes from a Buffer. The two
 * take turns (A B A B …), so that whatever else the machine does meets both.
 */
export const compareWithBare = async (options: CompareOptions): Promise<Comparison> => {
  const { name, url, child, rounds, head, ...load } = options;
  // Twice: the first answer may come before the compressed bytes are ready in memory.
  await capture(url, load.encoding, head);
  const same = await capture(url, load.encoding, head);
  const bare = await startBenchServer(['bare'], same);
  const bareUrl = `http://127.0.0.1:${bare.port}/`;
  const sides: { bare: Side[]; paper: Side[] } = { bare: [], paper: [] };
  try {
    for (const each of [bareUrl, url])
      await measureLoad(each, { ...load, seconds: Math.min(1, load.seconds) });
    for (let round = 0; round < rounds; round += 1) {
      sides.bare.push(await measureSide(bareUrl, load, bare.child));
      sides.paper.push(await measureSide(url, load, child));
    }
  } finally {
    bare.child.kill();
  }
  const [left, right] = [medians(sides.bare), medians(sides.paper)];
  const bodyBytes = Buffer.byteLength(same.bodyBase64, 'base64');
  const ratio = median(
    sides.paper.map((side, round) => side.perSecond / (sides.bare[round]?.perSecond ?? 0)),
  );
  const cpuRatio =
    left.cpuMicroseconds && right.cpuMicroseconds ? left.cpuMicroseconds / right.cpuMicroseconds : undefined;
  return { name, bodyBytes, bare: left, paper: right, ratio, cpuRatio };
};
