import type { ColumnType } from 'kysely';

type ViewCountTable = { article_id: number; hour: Date; views: number };
/** `day` as YYYY-MM-DD, in UTC. */
type ViewDayTable = { article_id: number; day: ColumnType<string, string, string>; views: number };
type ViewBatchTable = { node: string; number: number; added_at: Date };

declare module '#platform/database.ts' {
  interface Tables {
    view_count: ViewCountTable;
    view_day: ViewDayTable;
    view_batch: ViewBatchTable;
  }
}
