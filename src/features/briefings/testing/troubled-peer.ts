import type { Db } from '#platform/database.ts';
import type { PeerConduct, SmtpPeer } from './smtp-peer.ts';

/** A server that meets one mail in a hundred with each kind of trouble once, and one in a thousand with silence. */
export function troubledConduct(): PeerConduct {
  const met = new Set<string>();
  const once = (kind: string, address: string, rest: number): boolean => {
    const mark = `${kind} ${address}`;
    if (Number(/\d+/.exec(address)) % 100 !== rest || met.has(mark)) return false;
    met.add(mark);
    return true;
  };
  return {
    onRecipient: (address) => (once('grey', address, 1) ? '450 4.2.0 Greylisted' : undefined),
    onMessage: (address) => {
      if (once('full', address, 2)) return '452 4.3.1 Try again';
      if (once('broken', address, 3)) return 'hang up';
      return Number(/\d+/.exec(address)) % 1000 === 4 ? 'silence' : undefined;
    },
  };
}

export type Account = {
  /** Readers to whom more than one mail arrived, whole. */
  twice: string[];
  /** Deliveries marked sent that the server never answered for. */
  sentUnanswered: string[];
  /** Readers to whom nothing arrived and whose delivery does not say that its fate is unknown. */
  missed: string[];
};

/** Holds what the server took against what the deliveries say. */
export async function accountFor(db: Db, peer: SmtpPeer, sendId: number): Promise<Account> {
  const arrived = new Map<string, number>();
  for (const { to } of [...peer.received, ...peer.swallowed])
    arrived.set(to.toLowerCase(), (arrived.get(to.toLowerCase()) ?? 0) + 1);
  const answered = new Set(peer.received.map(({ to }) => to.toLowerCase()));
  const rows = await db
    .selectFrom('delivery as d')
    .innerJoin('subscriber as s', 's.id', 'd.subscriber_id')
    .select(['s.address_key', 'd.state'])
    .where('d.send_id', '=', sendId)
    .execute();
  const keysOf = (which: (row: { address_key: string; state: string }) => boolean) =>
    rows.filter(which).map(({ address_key }) => address_key);
  return {
    twice: [...arrived].filter(([, count]) => count > 1).map(([to]) => to),
    sentUnanswered: keysOf((row) => row.state === 'sent' && !answered.has(row.address_key)),
    missed: keysOf((row) => row.state !== 'unknown' && !arrived.has(row.address_key)),
  };
}
