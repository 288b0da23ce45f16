import { canonicalCode, codesUpwards } from '#features/taxonomy/taxonomy.ts';
import type { WireSubject } from '#features/wire/wire.ts';
import { foldText } from './fold-text.ts';

/** An item's subject, taken apart once for all rules: its code and those above it, what its code is without a scheme, its name. */
export type ReadSubject = {
  subject: WireSubject;
  codes: string[];
  value?: string;
  scheme: string;
  name?: string;
};

export const readSubjects = (subjects: readonly WireSubject[]): ReadSubject[] =>
  subjects.map((subject) => ({
    subject,
    codes: subject.code === undefined ? [] : codesUpwards(subject.code),
    value: subject.code === undefined ? undefined : bareCode(subject.code),
    scheme: schemeOf(subject.code ?? ''),
    name: subject.name === undefined ? undefined : foldText(subject.name),
  }));

const partsOf = (code: string): string[] => code.trim().toLowerCase().split(/[:/#]/).filter(Boolean);

/** `correction` of `sig:correction` and of `http://cv.iptc.org/newscodes/signal/correction`. */
export const bareCode = (code: string): string => partsOf(code).at(-1) ?? '';

const schemeOf = (code: string): string => partsOf(code).at(-2) ?? '';

/**
 * Finds the first of an item's subjects that is or lies below one of the wanted codes, or bears one of the wanted names. A code without
 * a scheme is of any scheme.
 */
export function subjectFinder(
  wanted: readonly string[],
): (subjects: readonly ReadSubject[]) => WireSubject | undefined {
  const codes = new Set(wanted.map(canonicalCode));
  const values = new Set(wanted.filter((text) => schemeOf(text) === '').map(bareCode));
  const names = new Set(wanted.map(foldText));
  return (subjects) =>
    subjects.find(
      (one) =>
        one.codes.some((code) => codes.has(code)) ||
        (one.value !== undefined && values.has(one.value)) ||
        (one.name !== undefined && names.has(one.name)),
    )?.subject;
}
