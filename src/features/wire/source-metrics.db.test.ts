import { Registry } from 'prom-client';
import { beforeEach, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { sourceLag } from './source-health.ts';
import { observeSources } from './source-metrics.ts';
import { findSourceByName } from './sources.repo.ts';
import { storeMessage } from './store-message.ts';
import { AT, buildItem, buildMessage, buildSource } from './testing/build-wire.ts';

const { db } = await testDatabase();
beforeEach(() => emptyDatabase(db));

const secondsBefore = (seconds: number) => new Date(AT.getTime() - seconds * 1000).toISOString();

test('the metrics tell how old and how late what came last is, by source', async () => {
  const source = await buildSource(db, { name: 'agency' });
  await buildSource(db, { name: 'silent', kind: 'url', url: 'https://h.example/feed' });
  const older = buildItem({ uri: 'urn:test:1', versioncreated: secondsBefore(900) });
  const newer = buildItem({ uri: 'urn:test:2', versioncreated: secondsBefore(45) });
  await storeMessage(db, buildMessage(source, [older, newer]));
  const registry = new Registry();
  observeSources(registry, { db, clock: () => new Date(AT.getTime() + 30_000) });
  const text = await registry.metrics();
  expect(text).toContain('dateline_source_last_item_seconds{source="agency"} 30\n');
  expect(text).toContain('dateline_source_lag_seconds{source="agency"} 45\n');
  expect(text).toContain('dateline_source_failures{source="silent"} 0\n');
  expect(text).not.toMatch(/last_item_seconds\{source="silent"/);
});

test('a provider whose clock is ahead is not late', async () => {
  const source = await buildSource(db);
  await storeMessage(db, buildMessage(source, [buildItem({ versioncreated: secondsBefore(-60) })]));
  const stored = await findSourceByName(db, 'agency');
  expect(stored && sourceLag(stored)).toBe(0);
});
