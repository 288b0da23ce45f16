import { Hono } from 'hono';
import { createViewCounter, viewsApi } from '#features/popular/popular.ts';
import { systemClock } from '#lib/clock.ts';
import { createDatabase, type DatabaseTarget } from '#platform/database.ts';
import { assignRequestId } from '#platform/http/request-id.ts';
import { addSecurityHeaders, securityHeaders } from '#platform/http/security-headers.ts';
import { createListener, listen } from '#platform/http/serve.ts';
import { createLog } from '#platform/log.ts';
import { createPageCache } from '#platform/page-cache/page-cache.ts';

/**
 * The door for beacons behind all that stands before it in the paper, as a process of its own so that it has a core to
 * itself. Its argument is the database as JSON. Tells its port; on `stop` it stops gracefully and tells what it counted.
 */
const db = createDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseTarget);
const counter = createViewCounter({ db, log: createLog(), now: systemClock });
const { api, counts } = viewsApi({ counter, trustedProxies: 1 });
const security = { https: true };
const app = new Hono({ strict: false });
app.use(assignRequestId());
app.use(addSecurityHeaders(security));
app.route('/', api);
const cache = createPageCache({ headers: securityHeaders(security) });
counter.start();
const { port } = await listen(createListener({ cache, privateCookies: [], app }), '127.0.0.1', 0);

const atStart = process.cpuUsage();
process.on('message', async (message) => {
  if (message !== 'stop') return;
  const { user, system } = process.cpuUsage(atStart);
  await counter.stop();
  await db.destroy();
  const { rss } = process.memoryUsage();
  process.send?.({ counts, stats: counter.stats(), cpuSeconds: (user + system) / 1e6, rssMb: rss / 1e6 });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port });
