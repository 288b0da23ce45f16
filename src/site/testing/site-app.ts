import type { Hono } from 'hono';
import { createPopular } from '#features/popular/popular.ts';
import { PAST } from '#features/publishing/testing/desk-copy.ts';
import { AppError } from '#lib/errors.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { createEventStreams } from '#platform/http/event-streams.ts';
import { createLog } from '#platform/log.ts';
import { createPageCache, type PageCache } from '#platform/page-cache/page-cache.ts';
import { editionContext } from '../find-edition.ts';
import { createStreamHub } from '../latest/stream-hub.ts';
import { createPaperSource } from '../paper.ts';
import { createSite } from '../site.ts';
import { BASE_URL } from './build-paper.ts';

/** Any name leads to an address: what the build makes is not of interest to a route. */
const assets = new Proxy({}, { get: (_, name) => `/assets/${String(name)}` });

const noPictures = () => Promise.reject(new AppError('unavailable', 'This test has no store.'));
const noBlobs: BlobStore = {
  put: noPictures,
  get: noPictures,
  has: noPictures,
  delete: noPictures,
  list: noPictures,
};

/** All that readers can ask for, on this database, as one app for `app.request()`. */
export function siteApp(db: Db, now = () => PAST): { app: Hono; cache: PageCache } {
  const cache = createPageCache();
  const paper = createPaperSource(db);
  const streams = createEventStreams();
  const log = createLog({ level: 'silent' });
  const popular = createPopular({ db, log, now });
  const site = { db, baseUrl: BASE_URL, now, assets, popular };
  const hub = createStreamHub({ streams, log, contextOf: (code) => editionContext(site, paper, code) });
  const app = createSite({
    ...site,
    ...{ cache, paper, streams, hub, log },
    blobs: noBlobs,
    assetFolder: '/nowhere',
    security: { https: false },
    trustedProxies: 0,
    doors: [],
  });
  return { app, cache };
}
