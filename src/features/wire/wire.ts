export { type AddSource, addSource, removeSource } from './add-source.ts';
export { type FailedItemListing, listFailedItems } from './failed-items.repo.ts';
export { makeInboxFolder } from './inbox-folder.ts';
export { failItem, linkItemsToStories } from './items.repo.ts';
export { type MessagePart, type PlacedItem, splitMessage, wholeMessage } from './message-parts.ts';
export { findRawMessage } from './messages.repo.ts';
export { toNormalisedItem } from './parse/normalised-item.ts';
export { type ParseOptions, parseMessage } from './parse/parse-message.ts';
export type { Poller, PollOutcome } from './poll-source.ts';
export { pollNow, runPoller } from './poll-sources.ts';
export { type PushApi, pushApi } from './push.api.ts';
export type { Delivery, Receive, Received } from './receive.ts';
export { sourceLag } from './source-health.ts';
export { observeSources } from './source-metrics.ts';
export { findSourceByName, listSourceNames, listSources } from './sources.repo.ts';
export {
  type StoredItem,
  type StoredMessage,
  type StoreMessage,
  storeMessage,
  storeMessages,
} from './store-message.ts';
export { parseSourceAddress, splitPassword, transportOf } from './transports/source-address.ts';
export { type InboxWatch, runInboxes } from './watch-inbox.ts';
export { type WebsubApi, websubApi } from './websub/websub.api.ts';
export type { WireItemRow, WireMessageRow, WireSourceKind, WireSourceRow } from './wire.tables.ts';
export {
  type ParsedMessage,
  type PubStatus,
  WIRE_FORMATS,
  type WireFailure,
  type WireFormat,
  type WireItem,
  type WireLink,
  type WireMedia,
  type WireSubject,
} from './wire-item.schema.ts';
