import {
  type Delivery,
  type MessagePart,
  parseMessage,
  type StoreMessage,
  splitMessage,
  type WireSourceRow,
} from '#features/wire/wire.ts';
import { messageOf } from '#lib/errors.ts';

/** A delivery that has been read, and the parts in which it is taken in: one unless it is long. */
export type Arrival = { message: StoreMessage; parts: (MessagePart | undefined)[] };

/** Reads a delivery; one of which nothing can be read arrives with the reason. */
export function toArrival(source: WireSourceRow, delivery: Delivery): Arrival {
  try {
    const { bytes, contentType, name } = delivery;
    // A folder's or mailbox's address is not the one of the file in it.
    const url = /^https?:/i.test(source.url ?? '') ? (source.url ?? undefined) : name;
    const parsed = parseMessage(bytes, { as: source.format ?? undefined, url, contentType });
    return { message: { ...delivery, source, parsed }, parts: splitMessage(parsed) };
  } catch (thrown) {
    return { message: { ...delivery, source, error: messageOf(thrown) }, parts: [undefined] };
  }
}
