import type { Analysis } from '../../analysis.ts';
import { isDash, type Phrase } from '../../times/phrase.ts';
import type { WritingTime } from '../../times/writing-time.ts';

/** A text's own date stands within this many tokens of its beginning. */
const HEAD = 120;
/** A date before a dash counts as the day of writing only this near to publication, in days. */
const NEAR = 10;

/** The day that a phrase names by its words alone, or by the year of publication. */
function dayOf(
  phrase: Phrase,
  writing: WritingTime | undefined,
): { day: number; explicit: boolean } | undefined {
  const reading = phrase.read({
    day: writing?.day,
    minute: undefined,
    anchor: 'published',
    mention: undefined,
    mentionedDay: undefined,
    sentenceDay: undefined,
    storyYear: undefined,
    tense: 'none',
  });
  return reading?.when?.unit === 'day'
    ? { day: reading.when.day, explicit: reading.explicit === true }
    : undefined;
}

/** Whether a phrase is all that stands on its line. */
function standsAlone({ tokens }: Analysis, { from, to }: Phrase): boolean {
  const [before, after] = [tokens[from - 1], tokens[to]];
  return (!before || before.kind === 'break') && (!after || after.kind === 'break');
}

/** "SEOUL, March 25 (Yonhap) --": a date after capitals at the head of a paragraph, with a dash soon after it. */
function isDatelineOf({ tokens }: Analysis, { from, to }: Phrase): boolean {
  let capitals = false;
  for (let at = from - 1; at >= from - 12; at--) {
    const token = tokens[at];
    if (!token || token.kind === 'break') break;
    if (token.kind === 'word' && token.text.length > 2 && token.text === token.text.toUpperCase())
      capitals = true;
    else if (token.kind === 'word' && token.text === token.low) return false;
  }
  for (let at = to; capitals && at < to + 8; at++) if (isDash(tokens[at]?.low ?? '')) return true;
  return false;
}

/**
 * The day on which a text says that it was written: a full date alone on a line near its beginning, or the date of a dateline.
 * `undefined` where it has none, or where it agrees with publication and so adds nothing.
 */
export function findDateline(
  analysis: Analysis,
  phrases: readonly Phrase[],
  writing: WritingTime | undefined,
): WritingTime | undefined {
  for (const phrase of phrases) {
    if (phrase.from > HEAD) return undefined;
    const alone = standsAlone(analysis, phrase);
    if (!alone && !isDatelineOf(analysis, phrase)) continue;
    const found = dayOf(phrase, writing);
    if (!found || found.day === writing?.day) continue;
    const near = writing !== undefined && Math.abs(found.day - writing.day) <= NEAR;
    if ((alone && found.explicit) || near) return { day: found.day, minute: undefined };
  }
  return undefined;
}
