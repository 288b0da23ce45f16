import type { Analysis } from '../../analysis.ts';
import type { Context, Phrase } from '../../times/phrase.ts';
import type { When } from '../../times/when.ts';
import { isSayingVerb } from '../saying.ts';

/** How far before its time a verb of saying may stand, in tokens: "told reporters in the capital on Monday". */
const REACH = 8;

/** Whether a phrase tells when something was said: a verb of saying before it, outside quotation marks, in the same clause. */
function isSpeechTime({ tokens, quoted }: Analysis, { from }: Phrase): boolean {
  if (quoted[from]) return false;
  for (let at = from - 1; at >= from - REACH; at--) {
    const token = tokens[at];
    if (!token || token.kind === 'break' || /^[.,;:"“”]$/.test(token.low)) return false;
    if (isSayingVerb(token.low)) return true;
  }
  return false;
}

/** When what stands in quotation marks was said, by sentence and by paragraph; only where the text tells. */
export type SpeechTimes = { bySentence: Map<number, When>; byParagraph: Map<number, When> };

/** Finds the times of speech; what was said "on Monday" counts its "tomorrow" from there. */
export function findSpeechTimes(
  analysis: Analysis,
  phrases: readonly Phrase[],
  contextOf: (phrase: Phrase) => Context,
): SpeechTimes {
  const found: SpeechTimes = { bySentence: new Map(), byParagraph: new Map() };
  for (const phrase of phrases) {
    if (!isSpeechTime(analysis, phrase)) continue;
    const when = phrase.read(contextOf(phrase))?.when;
    const sentence = analysis.sentenceOf[phrase.from] ?? -1;
    const paragraph = analysis.sentences[sentence]?.paragraph;
    if (!when || paragraph === undefined) continue;
    if (!found.bySentence.has(sentence)) found.bySentence.set(sentence, when);
    if (!found.byParagraph.has(paragraph)) found.byParagraph.set(paragraph, when);
  }
  return found;
}

/** When the quoted words at a token were said, if the text tells. */
export function speechTimeAt(
  { quoted, sentenceOf, sentences }: Analysis,
  times: SpeechTimes,
  at: number,
): When | undefined {
  if (!quoted[at]) return undefined;
  const sentence = sentenceOf[at] ?? -1;
  return times.bySentence.get(sentence) ?? times.byParagraph.get(sentences[sentence]?.paragraph ?? -1);
}
