import type { Generated, Selectable } from 'kysely';

export type ContainerLayout = 'lead' | 'columns' | 'pictures' | 'briefs';

type FrontContainerTable = {
  id: Generated<number>;
  edition: string;
  position: number;
  title: Generated<string>;
  layout: ContainerLayout;
  section_id: number | null;
  size: number;
};

type FrontSlotTable = {
  container_id: number;
  position: number;
  article_id: number;
  until: Date | null;
};

export type ContainerRow = Selectable<FrontContainerTable>;
export type SlotRow = Selectable<FrontSlotTable>;

declare module '#platform/database.ts' {
  interface Tables {
    front_container: FrontContainerTable;
    front_slot: FrontSlotTable;
  }
}
