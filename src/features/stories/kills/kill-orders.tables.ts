import type { NameKind } from './kill-order.ts';

type KillOrderTable = {
  item_id: number;
  kind: NameKind;
  name: string;
  /** "2026-03-04" */
  day: string | null;
  source_id: number;
  guid: string;
  realm: string;
  at: Date;
};

declare module '#platform/database.ts' {
  interface Tables {
    kill_order: KillOrderTable;
  }
}
