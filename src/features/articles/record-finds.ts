import type { RecordEntity, TextRecord } from '#record/read-record.ts';
import type { DecisionKind } from './record.tables.ts';
import { entityKey, type FoundInText, type Selector, toSelector } from './record-decisions.ts';
import { listVoices, type Voice } from './voices.ts';

/** Something that an editor can confirm or strike out, by its key. */
export type RecordFind = Selector & { confidence: number } & (
    | { kind: Extract<DecisionKind, 'time' | 'quote' | 'event'>; find: FoundInText }
    | { kind: 'entity'; find: Pick<RecordEntity, 'type' | 'name' | 'role'> }
    | { kind: 'sources'; find: { voices: Voice[] } }
  );

/** Everything in a record that can be decided on: times, quotations and events one by one, a name once for all its mentions, the sources. */
export function listFinds(text: string, record: TextRecord): RecordFind[] {
  const inText = (kind: 'time' | 'quote' | 'event', finds: readonly FoundInText[]): RecordFind[] =>
    finds.map((find) => ({ kind, find, confidence: find.confidence, ...toSelector(text, kind, find) }));
  const { voices, sure, key } = listVoices(record);
  const sources = { kind: 'sources' as const, find: { voices }, confidence: sure ? 1 : 0, ...nowhere(key) };
  return [
    ...inText('time', record.times),
    ...inText('quote', record.quotes),
    ...toBearers(record.entities),
    ...inText('event', record.events),
    ...(voices.length > 0 ? [sources] : []),
  ];
}

const nowhere = (key: string): Selector => ({ key, prefix: '', suffix: '' });

function toBearers(entities: readonly RecordEntity[]): RecordFind[] {
  const found = new Map<string, RecordFind>();
  for (const { type, name, role, confidence } of entities) {
    const key = entityKey({ type, name });
    const before = found.get(key);
    const most = Math.max(before?.confidence ?? 0, confidence);
    const find = before?.kind === 'entity' ? before.find : { type, name };
    found.set(key, {
      kind: 'entity',
      find: role === undefined ? find : { role, ...find },
      confidence: most,
      ...nowhere(key),
    });
  }
  return [...found.values()];
}
