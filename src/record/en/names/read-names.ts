import type { Analysis } from '../../analysis.ts';
import type { RecordEntity } from '../../record.ts';
import { findNames, type Name } from './find-names.ts';
import { findMinistries } from './institutions.ts';
import { joinNames, type Mention } from './join-names.ts';
import { roleOf } from './roles.ts';
import { SURE } from './settle-names.ts';
import { nameWeights } from './weights.ts';

/** On unseen news about half of the names are right at a margin of 0, and three quarters from 600 on. */
const confidenceOf = ({ margin }: Name): number =>
  Math.round(Math.min(0.85, 0.45 + Math.max(0, margin) / 2000) * 100) / 100;

/** Reads the names of people, organisations and places in an English text; all mentions of one bearer have one id. */
export function readNames(analysis: Analysis, explain: boolean): RecordEntity[] {
  const { text, tokens } = analysis;
  const names = findNames(analysis, nameWeights());
  const all = [...names, ...findMinistries(analysis, names)].sort((a, b) => a.from - b.from || a.to - b.to);
  const mentions = all.map((name): Mention => {
    const [start, end] = [tokens[name.from]?.start ?? 0, tokens[name.to - 1]?.end ?? 0];
    const role = name.type === 'PER' ? roleOf(analysis, name) : undefined;
    return {
      start,
      end,
      text: text.slice(start, end),
      type: name.type,
      confidence: confidenceOf(name),
      ...(role && { role }),
      ...(explain && { rule: name.margin === SURE ? 'name-known' : 'name-weights' }),
    };
  });
  return joinNames(mentions);
}
