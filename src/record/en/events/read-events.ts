import type { Analysis } from '../../analysis.ts';
import type { RecordEvent } from '../../record.ts';
import type { WritingTime } from '../../times/writing-time.ts';
import { readCancelled } from './cancelled.ts';
import { type Told, toTold } from './draft.ts';
import { joinEvents } from './join-events.ts';
import { readNominal } from './nominal.ts';
import { readPast } from './past.ts';
import { readPlans } from './read-plans.ts';
import { makeReader } from './reader.ts';
import { type Found, hasWithin } from './sentence-view.ts';
import { CALL_OFF, hasTrigger, NOUN } from './triggers.ts';

/** No event is looked for in a sentence of more tokens: it is a list or a table. */
const LONGEST = 160;

/** Reads what is planned and what has happened: who does what on which day, with the sentence that says so. */
export function readEvents(
  analysis: Analysis,
  found: Found,
  writing: WritingTime | undefined,
  explain: boolean,
): RecordEvent[] {
  if (!writing) return [];
  const reader = makeReader(analysis, found);
  const told: Told[] = [];
  analysis.sentences.forEach((sentence, index) => {
    if (sentence.to - sentence.from > LONGEST) return;
    // Without a time only what is called off is looked for, and what is named by a noun.
    const timed = hasWithin(found.times, analysis, sentence);
    if (!timed && !hasTrigger(analysis, sentence, CALL_OFF | NOUN)) return;
    const view = reader.view(index);
    if (!view) return;
    const planned = [...readCancelled(reader, view, writing.day), ...readPlans(reader, view, writing.day)];
    const named = readNominal(reader, view, writing.day, planned);
    for (const event of [...planned, ...named, ...readPast(reader, view, writing.day)])
      told.push(toTold(view, event, explain));
  });
  return joinEvents(told);
}
