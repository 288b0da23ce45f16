import { connect } from 'node:net';
import { createHistogram } from 'node:perf_hooks';

/**
 * A load generator that costs the machine little: it asks for one address over kept-alive connections and, as every
 * answer from a cache has the same length, only counts bytes instead of parsing. Usual generators, at these rates, are
 * busier than the server and measure themselves. Run: `load.ts URL CONNECTIONS SECONDS ENCODING`; prints JSON.
 */
const [address = '', connections = '32', seconds = '2', encoding = 'identity'] = process.argv.slice(2);
const url = new URL(address);
const requestText = [
  `GET ${url.pathname}${url.search} HTTP/1.1`,
  `host: ${url.host}`,
  `accept-encoding: ${encoding}`,
  'accept: text/html,*/*;q=0.8',
  'user-agent: dateline-bench',
  '\r\n',
].join('\r\n');

/** The length of a whole answer, head and body, from its first bytes. Throws if it has no Content-Length. */
const answerLength = (start: Buffer): number => {
  const head = start.indexOf('\r\n\r\n');
  const length = /\r\ncontent-length: (\d+)/i.exec(start.toString('latin1', 0, head))?.[1];
  if (head === -1 || length === undefined) throw new Error('the answer has no content-length');
  return head + 4 + Number(length);
};

const histogram = createHistogram();
let answers = 0;
let failed = 0;
let stopped = false;

const ok = Buffer.from('HTTP/1.1 200');

const run = () =>
  new Promise<void>((resolve, reject) => {
    const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    let left = 0;
    let begun = 0n;
    const ask = () => {
      begun = process.hrtime.bigint();
      socket.write(requestText, 'latin1');
    };
    socket
      .on('connect', ask)
      .on('error', reject)
      .on('close', () => resolve());
    socket.on('data', (chunk) => {
      if (left === 0) {
        if (chunk.compare(ok, 0, ok.length, 0, ok.length) !== 0) failed += 1;
        left = answerLength(chunk);
      }
      left -= chunk.length;
      if (left > 0) return;
      if (left < 0) reject(new Error('an answer was longer than it said'));
      answers += 1;
      histogram.record(process.hrtime.bigint() - begun);
      if (stopped) socket.destroy();
      else ask();
    });
  });

const started = performance.now();
setTimeout(() => {
  stopped = true;
}, Number(seconds) * 1000);
await Promise.all(Array.from({ length: Number(connections) }, run));
const elapsed = (performance.now() - started) / 1000;
process.stdout.write(
  JSON.stringify({
    answers,
    perSecond: answers / elapsed,
    p50Ms: histogram.percentile(50) / 1e6,
    p99Ms: histogram.percentile(99) / 1e6,
    failed,
    loadBusy: process.cpuUsage().user / 1e6 / elapsed + process.cpuUsage().system / 1e6 / elapsed,
  }),
);
