import { isCompatible } from './day-span.ts';
import { isSameMatter } from './same-event.ts';
import { findReport, type Report, type ReportingText } from './sentence-reports.ts';
import type { Told, ToldEvent } from './told.ts';

/**
 * What a later article shows to have come of an announced event: by the events of its record where the reader found them, else by its
 * sentences. Undefined where it leaves that open.
 */
export function findOutcome(
  announced: Told,
  text: ReportingText,
  events: readonly ToldEvent[],
): Report | undefined {
  for (const event of events) {
    const effect = effectOf(event, text.day);
    if (effect && isCompatible(announced.span, event.span) && isSameMatter(announced, event))
      return { effect, sentence: event.sentence };
  }
  return findReport(announced, text);
}

function effectOf({ status, span }: ToldEvent, day: number): Report['effect'] | undefined {
  if (status === 'cancelled' || status === 'denied') return 'cancelled';
  return status === 'happened' && span.first <= day ? 'happened' : undefined;
}
