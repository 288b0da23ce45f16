import type { Analysis } from '../../analysis.ts';
import { runEnd } from '../quotes/name-runs.ts';
import { isNameWord, isOrganisationWord, isRegion, isTitle } from '../quotes/name-words.ts';
import { isFirstName, isPlaceWord } from './name-lists.ts';

/** Words that may be a name: tokens from `from` to before `to`; `titled` where an office or form of address stands before them. */
export type Segment = { from: number; to: number; titled: boolean };

const HEADS_OF = new Set(
  'university bank department ministry house church republic city isle gulf bay council court institute bureau board college school federation kingdom office democratic state army chiefs union museum center centre academy organization organisation association society committee commission parliament congress fund league journal cape mount lake secretary house'.split(
    ' ',
  ),
);

/** Past "of" and "for" inside a name: "University of Southern Indiana", "Centre for Control of Iodine Deficiency Disorders". */
function longEnd(analysis: Analysis, from: number): number {
  const { tokens } = analysis;
  let to = runEnd(analysis, from);
  for (let times = 0; to > from && times < 3; times++) {
    const last = tokens[to - 1]?.low ?? '';
    const link = tokens[to]?.low ?? '';
    if (
      (link !== 'of' && link !== 'for') ||
      !(HEADS_OF.has(last) || (isOrganisationWord(last) && link === 'of'))
    )
      break;
    const next = tokens[to + 1]?.low === 'the' ? to + 2 : to + 1;
    const end = runEnd(analysis, next);
    if (end === next) break;
    to = end;
  }
  return to;
}

const OFFICES = new Set('secretary minister president chancellor chairman director governor'.split(' '));

/** Takes a run apart: the country or office before a name is none of it. */
function takeApart(analysis: Analysis, from: number, to: number): Segment[] {
  const { tokens } = analysis;
  const lowOf = (at: number): string => tokens[at]?.low ?? '';
  if (isOrganisationWord(lowOf(to - 1)) || to - from === 1)
    return [{ from, to, titled: isTitle(lowOf(from - 1)) && tokens[from - 1]?.text !== lowOf(from - 1) }];
  // "Ambassador to Seoul Mark Lippert"
  if (to - from > 2 && isPlaceWord(lowOf(from)) && isFirstName(lowOf(from + 1)))
    return [
      { from, to: from + 1, titled: false },
      { from: from + 1, to, titled: false },
    ];
  let title = -1;
  let first = -1;
  for (let at = from; at < to - 1; at++) {
    if (!isTitle(lowOf(at))) continue;
    if (first < 0) first = at;
    title = lowOf(at + 1) === '.' ? at + 1 : at;
  }
  if (first < 0 || title >= to - 1) return [{ from, to, titled: false }];
  const regionAsTitle = first === from && isRegion(lowOf(from).replaceAll('.', '')) ? 1 : 0;
  const head: Segment[] =
    first + regionAsTitle > from ? [{ from, to: first + regionAsTitle, titled: false }] : [];
  const office = OFFICES.has(lowOf(title)) && lowOf(title + 1) === 'of';
  return office ? [{ from, to, titled: false }] : [...head, { from: title + 1, to, titled: true }];
}

/** All words of a text that may be names, in order. */
export function findSegments(analysis: Analysis): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < analysis.tokens.length; ) {
    const to = isNameWord(analysis.tokens[at]) ? longEnd(analysis, at) : at;
    if (to > at) for (const segment of takeApart(analysis, at, to)) segments.push(segment);
    at = Math.max(to, at + 1);
  }
  return segments;
}
