import type { Generated, Selectable } from 'kysely';

export const PARTNER_FORMATS = ['ninjs', 'newsml-g2', 'nitf', 'atom', 'rss'] as const;
export type PartnerFormat = (typeof PARTNER_FORMATS)[number];

/** `pubStatus` of what is sent: to be used, not to be used until it is sent again, never to be used again. */
export type OutgoingStatus = 'usable' | 'withheld' | 'canceled';

type PartnerTable = {
  id: Generated<number>;
  name: string;
  format: PartnerFormat;
  text: 'full' | 'short';
  edition: string | null;
  section_id: number | null;
  wire: Generated<boolean>;
  terms: Generated<string>;
  key_hash: string;
  push_url: string | null;
  push_secret: string | null;
  failing_since: Date | null;
  failures: Generated<number>;
  stopped: string | null;
  removed_at: Date | null;
  created_at: Date;
};

type PartnerSourceTable = { source_id: number };

type PartnerChangeTable = {
  article_id: number;
  seq: Generated<number>;
  version: number;
  revision: number;
  status: OutgoingStatus;
  at: Date;
};

type PartnerDeliveryTable = {
  partner_id: number;
  article_id: number;
  state: 'sent' | 'waiting';
  version: number | null;
  status: OutgoingStatus | null;
  attempts: Generated<number>;
  error: string | null;
  at: Date;
};

export type PartnerRow = Selectable<PartnerTable>;
export type PartnerChangeRow = Selectable<PartnerChangeTable>;
export type PartnerDeliveryRow = Selectable<PartnerDeliveryTable>;

declare module '#platform/database.ts' {
  interface Tables {
    partner: PartnerTable;
    partner_source: PartnerSourceTable;
    partner_change: PartnerChangeTable;
    partner_delivery: PartnerDeliveryTable;
  }
}
