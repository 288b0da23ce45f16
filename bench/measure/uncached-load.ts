import autocannon from 'autocannon';

/**
 * Asks for pages in turn, each time past the cache: credentials of any kind make the paper render for one request alone, which then
 * neither reads nor fills the cache. Run: `uncached-load.ts ORIGIN CONNECTIONS SECONDS PATH…`; prints JSON.
 */
const [url = '', connections = '8', seconds = '2', ...paths] = process.argv.slice(2);
const result = await autocannon({
  url,
  connections: Number(connections),
  duration: Number(seconds),
  headers: { authorization: 'Basic YmVuY2g6YmVuY2g=' },
  requests: paths.map((path) => ({ path })),
});
process.stdout.write(
  JSON.stringify({
    perSecond: result.requests.total / result.duration,
    answers: result.requests.total,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }),
);
