import type { Db } from '#platform/database.ts';
import { type AddSource, addSource } from '../add-source.ts';
import type { StoreMessage } from '../store-message.ts';
import type { WireSourceRow } from '../wire.tables.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';

export const AT = new Date('2026-11-24T06:00:00Z');

export function buildItem(values: Partial<WireItem> = {}): WireItem {
  const headline = values.headline ?? 'Harbour reopens';
  return {
    uri: 'urn:test:1',
    type: 'text',
    headline,
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `${headline}.` }] }],
    },
    pubstatus: 'usable',
    subject: [],
    links: [],
    media: [],
    notes: [],
    ...values,
  };
}

export const buildParsed = (items: WireItem[], failures: WireFailure[] = []): ParsedMessage => ({
  format: 'ninjs',
  items,
  failures,
});

/** A source in an edition that is made where it is missing. */
export async function buildSource(db: Db, values: Partial<AddSource> = {}): Promise<WireSourceRow> {
  await buildEdition(db);
  const { source } = await addSource(db, { name: 'agency', kind: 'push', edition: 'en', ...values });
  return source;
}

export async function buildEdition(db: Db): Promise<void> {
  await db
    .insertInto('edition')
    .values({
      code: 'en',
      name: 'Test',
      tagline: '',
      language: 'en',
      zone: 'UTC',
      prefix: '',
      position: 0,
      demo: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A message whose bytes are the JSON of its items unless `bytes` says otherwise. */
export function buildMessage(
  source: WireSourceRow,
  items: WireItem[],
  values: Partial<StoreMessage> & { failures?: WireFailure[] } = {},
): StoreMessage {
  const { failures = [], ...rest } = values;
  return {
    source,
    bytes: Buffer.from(JSON.stringify([items, failures])),
    parsed: buildParsed(items, failures),
    receivedAt: AT,
    ...rest,
  };
}
