import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receiveMessage } from '#features/publishing/publishing.ts';
import { type BlobStore, openBlobStore } from '#platform/blob-store/blob-store.ts';
import type { DatabaseTarget, Db } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { page } from '#platform/page-cache/page.ts';
import { startWeb, type WebNode } from '../web.ts';

export type TestNode = WebNode & {
  /** Waits until this node has heard of everything that was committed before. */
  settle: () => Promise<void>;
};

export type TestFolder = { blobs: BlobStore; assetFolder: string; remove: () => void };

const ASSETS = [
  'newsreader-display.woff2',
  'newsreader-text.woff2',
  'franklin.woff2',
  'franklin-hangul.woff2',
  'paper.css',
  'paper-ko.css',
  'icon.svg',
  'latest-stream.js',
];

/** A folder for pictures and for the built files, of which pages need the names to be made and nothing more. */
export function makeTestFolder(): TestFolder {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-node-'));
  const manifest = Object.fromEntries(ASSETS.map((name) => [name, `/assets/${name}`]));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const blobs = openBlobStore(`file:${join(folder, 'blobs')}`);
  return { blobs, assetFolder: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
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
    blobs: folder.blobs,
    assetFolder: folder.assetFolder,
    receive: (source, delivery) => receiveMessage(db, source, delivery),
    readiness: { waitingFor: new Set() },
    log: createLog({ level: 'silent' }),
  });
  return { ...node, settle: () => settle(node, db) };
}
