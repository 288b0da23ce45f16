import type { EditionRow } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { type FoldedItem, headlineKeys, namesOfItem, toFingerprint } from '../folding/fingerprint.ts';
import { findCandidates, listNamed } from '../folding/fingerprints.repo.ts';
import { readWords } from '../folding/words.ts';
import { editionFor } from '../route-item.ts';
import {
  decideKill,
  doubtHeadlines,
  isEmpty,
  KILL_WINDOW,
  type KillOrder,
  type KillVerdict,
  killNamesOf,
  MOST_DOUBTED,
  NAMED_DAY_WINDOW,
  type NameKind,
  SKEW,
} from './kill-order.ts';
import { insertKillOrders, listOrdersFor } from './kill-orders.repo.ts';

/** Stands on a story that is held because an order may mean it. */
export const KILL_IN_DOUBT = 'kill in doubt';

type Ordering = FoldedItem & { editions: EditionRow[] };

/** What came of an order. `command`: the item that gave it, where that came just now and not before the stories. */
export type FoundKill<Command> = KillVerdict & { command?: Command; names: string[] };

/**
 * What orders to kill there are among these items, and which stories they mean; and which of the stories that these items went to
 * (`storyIds`, by item) orders mean that came before. Keeps the orders. Their fingerprints must be there.
 */
export async function findKilled<Command extends Ordering>(
  trx: Db,
  commands: Command[],
  storyIds: ReadonlyMap<number, number>,
): Promise<FoundKill<Command>[]> {
  const given = commands.flatMap((command) => {
    const order = toOrder(command);
    return order ? [{ command, order }] : [];
  });
  await insertKillOrders(
    trx,
    given.map(({ order }) => order),
  );
  const found: FoundKill<Command>[] = [];
  for (const { command, order } of given)
    found.push({ command, ...(await resolve(trx, order)), names: order.names.map(({ name }) => name) });
  const came = new Set(storyIds.values());
  const usable = commands.filter(({ itemId, item }) => storyIds.has(itemId) && item.pubstatus !== 'canceled');
  const before = await listOrdersFor(trx, usable.map(namesOfItem));
  for (const order of before) {
    const { killed, doubted } = await resolve(trx, order);
    const isNew = (id: number) => came.has(id);
    found.push({ killed: killed.filter(isNew), doubted: doubted.filter(isNew), names: [] });
  }
  return found;
}

function toOrder(command: Ordering): KillOrder | undefined {
  const { item, source, editions } = command;
  const names = killNamesOf(item);
  if (names.length === 0) return undefined;
  const edition = editionFor(item, source, editions)?.code ?? source.edition;
  const { itemId, sourceId, guid, realm, at } = toFingerprint(command, edition).fingerprint;
  return { itemId, sourceId, guid, realm, at, names };
}

async function resolve(trx: Db, order: KillOrder): Promise<KillVerdict> {
  const named = (kind: NameKind) => order.names.filter((one) => one.kind === kind).map(({ name }) => name);
  const dated = order.names.some(({ day }) => day !== undefined);
  const items = await listNamed(trx, {
    guids: [...named('guid'), order.guid],
    numbers: named('number'),
    slugs: named('slug'),
    from: order.at - (dated ? NAMED_DAY_WINDOW : KILL_WINDOW),
    until: order.at + SKEW,
  });
  const verdict = decideKill(order, items);
  const whole = isEmpty(verdict) ? await resolveHeadlines(trx, order, named('headline')) : verdict;
  return whole.doubted.length > MOST_DOUBTED ? { ...whole, doubted: [] } : whole;
}

async function resolveHeadlines(trx: Db, order: KillOrder, headlines: string[]): Promise<KillVerdict> {
  const candidates = await findCandidates(
    trx,
    headlines.map((headline) => ({
      fingerprint: order,
      keys: { strong: [], weak: headlineKeys(readWords(headline), order.realm) },
    })),
  );
  return doubtHeadlines(
    order,
    candidates.filter(({ strand }) => !strand),
  );
}
