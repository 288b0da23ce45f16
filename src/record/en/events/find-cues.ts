import type { Cue } from './cue.ts';
import { beCue, nounPlanCue, planCue, willCue } from './plans.ts';
import { lowOf, type SentenceView } from './sentence-view.ts';
import { headlineCue, presentCue } from './timetable.ts';
import { CUE, triggers } from './triggers.ts';

const READERS = [willCue, beCue, planCue, nounPlanCue, headlineCue, presentCue];

/** The cues of a sentence in order, outside quotation marks. */
export function findCues(view: SentenceView): Cue[] {
  const cues: Cue[] = [];
  const { sentence, analysis } = view;
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!triggers(view, at, CUE) || analysis.quoted[at] || (view.entityAt(at) && lowOf(view, at) !== 'will'))
      continue;
    let cue: Cue | undefined;
    for (const read of READERS) {
      cue = read(view, at);
      if (cue) break;
    }
    if (!cue) continue;
    cues.push(cue);
    at = Math.max(at, cue.form === 'present' ? at : cue.verb - (cue.form === 'arranged' ? 0 : 1));
  }
  return cues;
}
