import type { Generated, GeneratedAlways, Selectable } from 'kysely';

export type SubscriptionState = 'pending' | 'active' | 'ended';
export type EndedReason = 'unsubscribed' | 'bounce' | 'complaint' | 'moved';
export type SuppressionReason = 'bounce' | 'complaint' | 'manual';
export type SendKind = 'briefing' | 'retraction';
export type SendState = 'planned' | 'sending' | 'sent' | 'stopped';
export type DeliveryState = 'planned' | 'sending' | 'sent' | 'failed' | 'unknown' | 'suppressed';

type BriefingListTable = {
  id: GeneratedAlways<number>;
  edition: string;
  slug: string;
  hour: Generated<number>;
  enabled: Generated<boolean>;
  from_address: Generated<string>;
  rate: Generated<number>;
  created_at: Date;
};

type SubscriberTable = {
  id: GeneratedAlways<number>;
  address: string;
  address_key: string;
  epoch: Generated<number>;
  created_at: Date;
};

type SubscriptionTable = {
  subscriber_id: number;
  list_id: number;
  state: SubscriptionState;
  paused_until: Date | null;
  round: Generated<number>;
  ended_reason: EndedReason | null;
  changed_at: Date;
};

type SendTable = {
  id: GeneratedAlways<number>;
  list_id: number;
  kind: SendKind;
  slot: string | null;
  state: SendState;
  since: Date;
  until: Date;
  not_before: Date;
  rate: number;
  next_claim_at: Date;
  article_id: number | null;
  revision: number | null;
  made_by: string;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  note: Generated<string>;
};

type SendArticleTable = {
  send_id: number;
  issue: number;
  article_id: number;
  revision: number;
  position: number;
};

type DeliveryTable = {
  id: GeneratedAlways<number>;
  send_id: number;
  subscriber_id: number;
  state: Generated<DeliveryState>;
  issue: number | null;
  attempts: Generated<number>;
  next_try_at: Date | null;
  sender: number | null;
  reason: Generated<string>;
  done_at: Date | null;
};

export type BriefingListRow = Selectable<BriefingListTable>;
export type SubscriberRow = Selectable<SubscriberTable>;
export type SubscriptionRow = Selectable<SubscriptionTable>;
export type SendRow = Selectable<SendTable>;
export type DeliveryRow = Selectable<DeliveryTable>;

declare module '#platform/database.ts' {
  interface Tables {
    briefing_list: BriefingListTable;
    subscriber: SubscriberTable;
    subscription: SubscriptionTable;
    letter_handover: { job_id: string; begun_at: Date };
    asked_letter: { id: GeneratedAlways<number>; address_key: string; asked_at: Date };
    suppression: { address_key: string; reason: SuppressionReason; detail: string; since: Date };
    mail_report: {
      id: GeneratedAlways<number>;
      address_key: string;
      kind: 'bounce' | 'complaint';
      status: string;
      detail: string;
      delivery_id: number | null;
      received_at: Date;
    };
    send: SendTable;
    send_article: SendArticleTable;
    delivery: DeliveryTable;
    correction_notice: { subscriber_id: number; article_id: number; revision: number; delivery_id: number };
  }
}
