import type { Analysis } from '../../analysis.ts';
import type { RecordEntity } from '../../record.ts';
import { isNameWord, isTitle } from '../quotes/name-words.ts';
import { classify } from './classify.ts';
import { LABELS } from './features.ts';
import { joinNames, type Mention } from './join-names.ts';
import { findSegments, type Segment } from './segments.ts';
import { nameWeights } from './weights.ts';

/** How many tokens a role before a name may have: "U.S. Secretary of Defense", "South Korean Defense Minister". */
const ROLE = 8;

/** The office or form of address before a name, as the text gives it. */
function roleBefore({ text, tokens }: Analysis, { from }: Segment): string | undefined {
  let start = from;
  let title = false;
  for (let at = from - 1; at >= Math.max(0, from - ROLE); at--) {
    const token = tokens[at];
    const low = token?.low ?? '';
    if (isTitle(low)) title = true;
    else if (!isNameWord(token) && !((low === 'of' || low === '.') && at < from - 0 && start > at)) break;
    if (token?.kind === 'word' && low !== 'of') start = at;
  }
  if (!title || start === from) return undefined;
  return text.slice(tokens[start]?.start ?? 0, tokens[from - 1]?.end ?? 0);
}

/** Reads the names of people, organisations and places in an English text; all mentions of one bearer have one id. */
export function readNames(analysis: Analysis, explain: boolean): RecordEntity[] {
  const { text, tokens } = analysis;
  const mentions: Mention[] = [];
  for (const [segment, { label, margin }] of classify(analysis, findSegments(analysis), nameWeights())) {
    const type = LABELS[label];
    if (type === undefined || type === 'O') continue;
    const [start, end] = [tokens[segment.from]?.start ?? 0, tokens[segment.to - 1]?.end ?? 0];
    const role = type === 'PER' ? roleBefore(analysis, segment) : undefined;
    // A margin of some hundreds is as sure as this reading gets.
    const confidence = Math.round(Math.min(0.95, 0.5 + margin / 1500) * 100) / 100;
    mentions.push({
      start,
      end,
      text: text.slice(start, end),
      type,
      confidence,
      ...(role && { role }),
      ...(explain && { rule: 'name-weights' }),
    });
  }
  return joinNames(mentions.sort((a, b) => a.start - b.start));
}
