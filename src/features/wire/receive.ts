import type { StoredItem, StoredMessage } from './store-message.ts';
import type { WireSourceRow } from './wire.tables.ts';

/** A message on its way in, by whatever road. */
export type Delivery = {
  bytes: Uint8Array;
  contentType?: string;
  /** The address or file name that it came under. */
  name?: string;
  receivedAt: Date;
};

/** What became of a message. */
export type Received = Pick<StoredMessage, 'messageId' | 'repeated' | 'ignored' | 'failures' | 'reason'> & {
  /** The new ones, those included of which nothing could be made; these are among the failures, too. */
  items: readonly Pick<StoredItem, 'position'>[];
  /** What the desk is to know of at once: a sentence each. */
  alerts?: readonly string[];
};

/**
 * Reads, stores and uses a message; given by the wiring, for what is made of wire copy lies above this feature.
 * Must be safe to repeat with the same message, and throws only where the message should be offered again later. May be called again
 * before an earlier call has settled; messages of one source are then used in the order of the calls.
 */
export type Receive = (source: WireSourceRow, delivery: Delivery) => Promise<Received>;
