import type { Analysis } from '../../analysis.ts';
import { featuresOf, viewer } from './features.ts';
import { mayBegin, type NameType, OUTSIDE, typeOf } from './labels.ts';
import { rememberText } from './memory.ts';
import { findRegions, type Region } from './regions.ts';
import { settleNames } from './settle-names.ts';
import { bestLabels, type Labelling, type Weights } from './tagger.ts';

/** A name: tokens from `from` to before `to`; `margin` says how far ahead its type is by the weights. */
export type Name = { from: number; to: number; type: NameType; margin: number };

/** The names that labels mean. */
export function toNames(region: Region, { labels, marginOf }: Labelling): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < labels.length; ) {
    const type = typeOf(labels[at] ?? OUTSIDE);
    let to = at + 1;
    if (type) {
      while (to < labels.length && !mayBegin(labels[to] ?? OUTSIDE)) to++;
      names.push({ from: region.from + at, to: region.from + to, type, margin: marginOf(at, to) });
    }
    at = to;
  }
  return names;
}

/** The names of a text in order, as the weights tell them. */
export function findNames(analysis: Analysis, weights: Weights): Name[] {
  const memory = rememberText(analysis);
  const view = viewer(analysis);
  const names: Name[] = [];
  for (const region of findRegions(analysis)) {
    const labelling = bestLabels(weights, featuresOf(analysis, memory, view, region));
    for (const name of toNames(region, labelling)) names.push(name);
  }
  return settleNames(analysis, names);
}
