import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReceiveQueue } from '#features/publishing/publishing.ts';
import { type BlobStore, openBlobStore } from '#platform/blob-store/blob-store.ts';
import { createPool, type DatabaseTarget, type Db } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { page } from '#platform/page-cache/page.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { startWeb, type WebNode } from '../web.ts';

export type TestNode = WebNode & {
  /** Waits until this node has heard of everything that was committed before. */
  settle: () => Promise<void>;
};

export type TestFolder = { blobs: BlobStore; remove: () => void };

/** A folder for pictures. */
export function makeTestFolder(): TestFolder {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-node-'));
  const blobs = openBlobStore(`file:${join(folder, 'blobs')}`);
  return { blobs, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

let barriers = 0;

/**
 * Has a mark put in the node's cache and purged through the database. Nodes hear of purges in the order of commits, so
 * once the mark is gone the node knows of all that was committed before.
 */
async function settle(node: WebNode, db: Db): Promise<void> {
  barriers += 1;
  const key = `barrier:${barriers}`;
  await node.cache.fetch(key, () => page({ body: '', keys: [key], maxAgeSeconds: 600 }));
  await notifyPurge(db, { keys: [key], hard: true });
  while (node.cache.peek(key)) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** One web node of the paper, whole, on a free port: what `dateline start` runs with DATELINE_ROLE=web. */
export async function startNode(db: Db, target: DatabaseTarget, folder: TestFolder): Promise<TestNode> {
  const node = await startWeb({
    host: '127.0.0.1',
    port: 0,
    baseUrl: 'http://paper.example',
    target,
    db,
    // Only counted, never used: it opens no connection.
    pool: createPool(target),
    blobs: folder.blobs,
    assetFolder: join(PROGRAM_FOLDER, 'dist/client'),
    receive: createReceiveQueue(db),
    readiness: { waitingFor: new Set() },
    trustedProxies: 0,
    searchRate: { burst: 1_000_000, perSecond: 1_000_000 },
    log: createLog({ level: 'silent' }),
  });
  return { ...node, settle: () => settle(node, db) };
}
