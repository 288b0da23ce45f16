import { Hono } from 'hono';
import pg from 'pg';
import { type Release, watchReleases } from '#features/articles/articles.ts';
import { mailReportsApi } from '#features/briefings/briefings.ts';
import { partnerApi } from '#features/partners/partners.ts';
import { createPopular, createViewCounter, observeViews, viewsApi } from '#features/popular/popular.ts';
import { purgeKeysOf } from '#features/publishing/publishing.ts';
import { PAPER_KEY } from '#features/taxonomy/taxonomy.ts';
import { pushApi, type Receive, websubApi } from '#features/wire/wire.ts';
import { systemClock } from '#lib/clock.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import { type DatabaseTarget, type Db, toClientConfig } from '#platform/database.ts';
import { closeEventStreams, createEventStreams } from '#platform/http/event-streams.ts';
import { stopGracefully } from '#platform/http/graceful-stop.ts';
import { byClientNetwork, limitRate } from '#platform/http/limits.ts';
import { createMetrics, metricsResponse, observePageCache, renderTimer } from '#platform/http/metrics.ts';
import { createRateLimiter, type RateLimit } from '#platform/http/rate-limiter.ts';
import { securityHeaders } from '#platform/http/security-headers.ts';
import { createListener, listen, type RunningServer } from '#platform/http/serve.ts';
import type { Log } from '#platform/log.ts';
import { listenForPurges, parsePayload, purgeChannel } from '#platform/page-cache/invalidation.ts';
import type { NotificationListener } from '#platform/page-cache/notification-listener.ts';
import { createPageCache, type PageCache } from '#platform/page-cache/page-cache.ts';
import { splitByline } from '#site/article/byline.ts';
import { readAssetManifest } from '#site/built-files.ts';
import { editionContext } from '#site/find-edition.ts';
import { createStreamHub } from '#site/latest/stream-hub.ts';
import { createPaperSource } from '#site/paper.ts';
import { createSite } from '#site/site.ts';
import { subscribeDoor } from '#site/subscribe/subscribe.door.ts';
import { healthApi, type Readiness } from './health.api.ts';
import { observeWork } from './observe-work.ts';

export type WebOptions = {
  host: string;
  port: number;
  /** Where readers find the paper. */
  baseUrl: string;
  target: DatabaseTarget;
  db: Db;
  pool: pg.Pool;
  blobs: BlobStore;
  assetFolder: string;
  receive: Receive;
  readiness: Readiness;
  /** How many proxies of our own stand in front. */
  trustedProxies: number;
  /** How often one network may have a search worked out; absent: the site's own limit. The doors for programs go by it, too. */
  searchRate?: RateLimit;
  log: Log;
};

export type WebNode = RunningServer & {
  cache: PageCache;
  /** Finishes what has begun, cuts what takes longer than ten seconds. */
  stop: () => Promise<void>;
};

const STOP_WITHIN_MS = 10_000;

/** Starts one web node: the paper for readers, the door for pushed copy, health and metrics. It holds no state but its cache. */
export async function startWeb(options: WebOptions): Promise<WebNode> {
  const node = await createNode(options);
  const changes = await hearChanges(options, node);
  try {
    const app = createApp(options, node, changes.listener);
    const listener = createListener({ cache: node.cache, privateCookies: [], app });
    const running = await listen(listener, options.host, options.port);
    node.counter.start();
    const stop = async () => {
      const closeStreams = () => closeEventStreams(node.streams);
      await stopGracefully({ server: running.server, closeStreams, deadlineMs: STOP_WITHIN_MS });
      await node.counter.stop();
      await changes.stop();
    };
    return { ...running, cache: node.cache, stop };
  } catch (thrown) {
    await changes.stop();
    throw thrown;
  }
}

type Node = Awaited<ReturnType<typeof createNode>>;

/** What a node keeps in memory, all of which can be made again. */
async function createNode({ db, log, baseUrl, assetFolder }: WebOptions) {
  const metrics = createMetrics();
  const security = { https: baseUrl.startsWith('https:') };
  const cache = createPageCache({ headers: securityHeaders(security), onRender: renderTimer(metrics) });
  observePageCache(metrics, cache);
  const paper = createPaperSource(db);
  const streams = createEventStreams();
  const popular = createPopular({ db, log, now: systemClock });
  const counter = createViewCounter({ db, log, now: systemClock });
  const site = { db, baseUrl, now: systemClock, popular, assets: await readAssetManifest(assetFolder) };
  const hub = createStreamHub({ streams, log, contextOf: (code) => editionContext(site, paper, code) });
  return { metrics, security, cache, paper, streams, site, hub, counter };
}

/** Keeps a node in step with the database: with what is published anywhere, and with what an embargo lets out. */
async function hearChanges({ db, log, target }: WebOptions, { cache, paper, hub, site }: Node) {
  const releases = watchReleases({
    db,
    log,
    onRelease: (released) => {
      site.popular.changed(released.map(({ id }) => `article:${id}`));
      showReleased(cache, hub.changed, released);
    },
  });
  const tellAll = async () => {
    for (const { code } of (await paper.get()).editions) hub.changed(code);
  };
  const listener = listenForPurges({
    cache,
    log,
    onLive: () => {
      paper.forget();
      releases.look();
      tellAll().catch(() => {});
    },
    connect: () => new pg.Client({ ...toClientConfig(target), application_name: 'dateline listen' }),
  });
  site.popular.listenTo(listener);
  listener.subscribe(purgeChannel, (payload) => {
    const { keys } = parsePayload(payload);
    if (keys === 'all' || keys.includes(PAPER_KEY)) paper.forget();
    const editions = keys === 'all' ? [] : keys.filter((key) => key.startsWith('edition:'));
    for (const key of editions) hub.changed(key.slice('edition:'.length));
    releases.look();
  });
  await listener.start();
  site.popular.start();
  const stop = async () => {
    releases.stop();
    await site.popular.stop();
    await listener.stop();
  };
  return { listener, stop };
}

function createApp(options: WebOptions, node: Node, listener: NotificationListener): Hono {
  const { db, blobs, assetFolder, log, readiness } = options;
  const { metrics, site, cache, paper, streams, hub, security, counter } = node;
  observeWork(metrics, options);
  const health = healthApi({ db, readiness, listener });
  const metricsApi = new Hono().get('/metrics', () => metricsResponse(metrics));
  const views = viewsApi({ counter, trustedProxies: options.trustedProxies });
  observeViews(metrics, { counts: views.counts, counter });
  const doors = [
    health,
    metricsApi,
    wireDoor(options),
    subscribeDoor({ ...site, paper, trustedProxies: options.trustedProxies }),
    mailReportsApi({ db, trustedProxies: options.trustedProxies }),
    partnerApi({
      db,
      paper: { baseUrl: site.baseUrl, splitByline },
      trustedProxies: options.trustedProxies,
      rate: options.searchRate,
    }),
    views.api,
  ];
  const { trustedProxies, searchRate } = options;
  const reading = { cache, paper, streams, hub, blobs, assetFolder, security };
  return createSite({ ...site, ...reading, log, trustedProxies, searchRate, doors });
}

/** Far above what an agency sends, and below what would keep the paper from answering its readers. */
const WIRE_RATE = { burst: 5000, perSecond: 1000 };

/** The door for pushed copy, with a rate for each network that knocks. */
function wireDoor({ db, receive, trustedProxies }: WebOptions): Hono {
  const door = new Hono();
  door.use('/wire/*', limitRate(createRateLimiter(WIRE_RATE), byClientNetwork(trustedProxies)));
  return door.route('/', pushApi({ db, receive })).route('/', websubApi({ db, receive }));
}

/** What an embargo let out is on the lists from now on. */
function showReleased(cache: PageCache, changed: (edition: string) => void, released: Release[]): void {
  cache.purge({ keys: released.flatMap((article) => purgeKeysOf(article, article.topics)), hard: false });
  for (const edition of new Set(released.map((article) => article.edition))) changed(edition);
}
