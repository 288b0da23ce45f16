import type { RecordEvent } from '../../record.ts';
import type { Told } from './draft.ts';
import { isJourney } from './verbs.ts';

const kindOf = (base: string): string => (isJourney(base) ? 'journey' : base);

/** What makes two sentences tell one event: who, when, and what kind of thing. */
const keyOf = ({ draft: { who, when, base, status } }: Told): string =>
  JSON.stringify([[...who].sort(), when ?? '', kindOf(base), status === 'happened']);

/** Each event once: what a later sentence tells of it again fills in what the first left out. */
export function joinEvents(told: readonly Told[]): RecordEvent[] {
  const events = new Map<string, RecordEvent>();
  const rules = new Map<string, string>();
  told.forEach((one, index) => {
    const key = one.draft.who.length === 0 || one.draft.when === undefined ? String(index) : keyOf(one);
    const known = events.get(key);
    // A headline says least of how sure it is, so the first sentence that tells more takes its place.
    if (!known || rules.get(key) === 'headline') {
      const where = one.event.where ?? known?.where;
      events.set(key, { ...one.event, ...(where && { where }) });
      rules.set(key, one.draft.rule);
    } else if (!known.where && one.event.where) known.where = one.event.where;
  });
  return [...events.values()].sort((a, b) => a.start - b.start);
}
