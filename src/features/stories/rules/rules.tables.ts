import type { ColumnType, Generated, Selectable } from 'kysely';
import type { RuleConditions, RuleEffects } from './rule.ts';

/** JSON goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string, string>;

type RuleTable = {
  id: Generated<number>;
  name: string;
  version: Generated<number>;
  position: number;
  source_id: number | null;
  conditions: Json<RuleConditions>;
  section_id: number | null;
  effects: Json<Omit<RuleEffects, 'section'>>;
  enabled: boolean;
  changed_at: Date;
};

type RuleApplicationTable = {
  id: Generated<number>;
  item_id: number;
  rule_id: number | null;
  rule_name: string;
  rule_version: number;
  effect: Json<RuleEffects>;
  why: string[];
  ignored: boolean;
  at: Date;
};

export type RuleRow = Selectable<RuleTable>;
export type RuleApplicationRow = Selectable<RuleApplicationTable>;

declare module '#platform/database.ts' {
  interface Tables {
    rule: RuleTable;
    rule_application: RuleApplicationTable;
  }
}
