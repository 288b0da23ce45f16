export { findBounceMailbox, setBounceMailbox } from './bounce-mailbox.ts';
export { type BriefingRoom, type BriefingRoomOptions, openBriefingRoom } from './briefing-room.ts';
export type {
  BriefingListRow,
  DeliveryState,
  SendRow,
  SubscriberRow,
} from './briefings.tables.ts';
export { ensureListOf, ensureLists } from './ensure-lists.ts';
export { ensureLinkKeys } from './link-keys.ts';
export { updateList } from './lists.repo.ts';
export { subscribePath } from './mail-links.ts';
export { mailReportsApi } from './mail-reports.api.ts';
export { type ClosedLink, type OpenedLink, openLink } from './open-link.ts';
export { planBriefing, stopSend } from './plan-briefing.ts';
export { BRIEFING_SCHEDULE } from './plan-due.ts';
export { askMove, chooseLists, confirmMove, confirmSubscription } from './preferences.ts';
export { renewReportToken } from './report-token.ts';
export { observeSends } from './send-metrics.ts';
export { countDeliveries, findSend, listSends } from './sends.repo.ts';
export type { LinkPurpose } from './signed-link.ts';
export { subscribe } from './subscribe.ts';
export { readSubscriber, type SubscriberView } from './subscriber-view.ts';
export { countSubscribers, deleteSubscriber, endSubscriptions, setPaused } from './subscribers.repo.ts';
export { liftSuppression, suppress } from './suppression.repo.ts';
export { takeMessage } from './take-message.ts';
