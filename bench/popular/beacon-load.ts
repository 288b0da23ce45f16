import { connect } from 'node:net';

/**
 * Sends beacons of made-up readers over kept-alive connections, each reading articles with low numbers more than others;
 * one in five reloads. Run: `beacon-load.ts PORT CONNECTIONS SECONDS ARTICLES`; prints JSON.
 */
const [port = '0', connections = '64', seconds = '5', articles = '1000'] = process.argv.slice(2);
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

let seed = 7;
const random = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const anAddress = (): string => {
  const number = Math.floor(random() * 2 ** 24);
  return `10.${number >>> 16}.${(number >>> 8) & 255}.${number & 255}`;
};

const aRequest = (): string => {
  const article = String(1 + Math.floor(random() ** 3 * Number(articles)));
  return [
    'POST /events/view HTTP/1.1',
    'host: paper.example',
    `user-agent: ${CHROME}`,
    `x-forwarded-for: ${anAddress()}`,
    'accept: */*',
    'accept-language: en-GB,en;q=0.9',
    'accept-encoding: gzip, deflate, br, zstd',
    'origin: https://paper.example',
    'referer: https://paper.example/world/2031/05/04/fog',
    'sec-fetch-site: same-origin',
    'sec-fetch-mode: no-cors',
    'sec-fetch-dest: empty',
    'content-type: text/plain;charset=UTF-8',
    `content-length: ${article.length}`,
    '',
    article,
  ].join('\r\n');
};

let answered = 0;
let failed = 0;
let stopped = false;

const run = () =>
  new Promise<void>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port), noDelay: true });
    let request = aRequest();
    const send = () => {
      if (random() > 0.2) request = aRequest();
      socket.write(request, 'latin1');
    };
    socket
      .on('connect', send)
      .on('error', reject)
      .on('close', () => resolve());
    socket.on('data', (chunk) => {
      // An answer without a body ends with its head, and each comes in one piece.
      if (!chunk.subarray(-4).equals(Buffer.from('\r\n\r\n'))) return;
      if (chunk.toString('latin1', 9, 12) !== '204') failed += 1;
      answered += 1;
      if (stopped) socket.destroy();
      else send();
    });
  });

const begun = performance.now();
setTimeout(() => {
  stopped = true;
}, Number(seconds) * 1000);
await Promise.all(Array.from({ length: Number(connections) }, run));
const elapsed = (performance.now() - begun) / 1000;
process.stdout.write(JSON.stringify({ answered, failed, perSecond: answered / elapsed }));
