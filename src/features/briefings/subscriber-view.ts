import type { Db } from '#platform/database.ts';
import type { BriefingListRow, SubscriberRow } from './briefings.tables.ts';
import { ensureLists } from './ensure-lists.ts';
import { listSubscriptions } from './subscribers.repo.ts';

export type SubscriberView = {
  subscriber: SubscriberRow;
  lists: { list: BriefingListRow; active: boolean }[];
  /** The moment until which nothing is sent; undefined where nothing is paused. */
  pausedUntil: Date | undefined;
};

/** What a reader gets, for the page on which they change it. */
export async function readSubscriber(db: Db, subscriber: SubscriberRow, now: Date): Promise<SubscriberView> {
  const lists = await ensureLists(db, now);
  const mine = await listSubscriptions(db, subscriber.id);
  const active = new Map(mine.filter(({ state }) => state === 'active').map((one) => [one.list_id, one]));
  const pauses = [...active.values()].flatMap(({ paused_until }) =>
    paused_until && paused_until > now ? [paused_until.getTime()] : [],
  );
  return {
    subscriber,
    lists: lists
      .filter((list) => list.enabled || active.has(list.id))
      .map((list) => ({ list, active: active.has(list.id) })),
    pausedUntil: pauses.length > 0 ? new Date(Math.max(...pauses)) : undefined,
  };
}
