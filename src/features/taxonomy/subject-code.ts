import { LAST_NUMBERED, MOVED, RETIRED, TOP_SUBJECTS } from './media-topics.ts';

const BASE = 20_000_000;
const BRANCHES = TOP_SUBJECTS.flatMap(({ code, branches }) =>
  Object.entries(branches).map(([number, name]) => ({ number: Number(number), name, top: code })),
).toSorted((a, b) => a.number - b.number);
const CATEGORIES = new Map(TOP_SUBJECTS.map(({ category, code }) => [category, code]));
const TOPS = new Map(TOP_SUBJECTS.map(({ code, name }) => [code, name]));

/** Names of IPTC's vocabularies, as prefixes and in addresses: codes of other schemes may have eight digits, too. */
const IPTC =
  /^(?:medtop|mediatopic|mtop|subj|subject|subjectcode|iptc|iptcsubjectcode|cat|iptccat|iptc-?category)$/i;

/**
 * A subject's code in one spelling: `medtop:20000082` or `medtop:02000000`, `subj:04003004` for what only the Subject Codes have, IPTC's
 * categories of three letters as the subject that they mean; any other code as it is, in lower case.
 */
export function canonicalCode(code: string): string {
  const plain = code.trim();
  const at = Math.max(plain.lastIndexOf(':'), plain.lastIndexOf('/'));
  const scheme = plain.slice(0, Math.max(at, 0)).split(/[:/]/).at(-1) ?? '';
  const value = plain.slice(at + 1);
  if (scheme !== '' && !IPTC.test(scheme)) return plain.toLowerCase();
  const top = CATEGORIES.get(value.toUpperCase());
  if (top !== undefined) return `medtop:${top}`;
  if (!/^\d{8}$/.test(value)) return plain.toLowerCase();
  if (/^200\d{5}$/.test(value) || TOPS.has(value)) return `medtop:${value}`;
  return TOPS.has(topOf(value)) ? `subj:${value}` : plain.toLowerCase();
}

const topOf = (digits: string): string => `${digits.slice(0, 2)}000000`;

/** A subject's canonical code and those above it, nearest first: retired ones find their way up as well. */
export function codesUpwards(code: string): string[] {
  const codes = [canonicalCode(code)];
  for (let above = codeAbove(codes[0] ?? ''); above !== undefined; above = codeAbove(above))
    codes.push(above);
  return codes;
}

function codeAbove(code: string): string | undefined {
  const [scheme, digits = ''] = code.split(':');
  if (scheme === 'subj') return aboveSubjectCode(digits);
  if (scheme !== 'medtop' || TOPS.has(digits)) return undefined;
  const number = Number(digits) - BASE;
  const moved = MOVED[number];
  if (moved !== undefined) return `medtop:${moved}`;
  const branch = number > LAST_NUMBERED ? undefined : BRANCHES.findLast((one) => one.number <= number);
  if (branch === undefined) return undefined;
  return branch.number === number || RETIRED.has(branch.number)
    ? `medtop:${branch.top}`
    : `medtop:${BASE + branch.number}`;
}

/** 04003004 is below 04003000, and that below 04000000. */
function aboveSubjectCode(digits: string): string {
  const middle = `${digits.slice(0, 5)}000`;
  return digits === middle ? `medtop:${topOf(digits)}` : `subj:${middle}`;
}

/** What a code means in English, where this program knows. */
export function subjectName(code: string): string | undefined {
  const digits = canonicalCode(code).split(':')[1] ?? '';
  return TOPS.get(digits) ?? BRANCHES.find(({ number }) => BASE + number === Number(digits))?.name;
}

/** Whether a code was taken out of use by IPTC. */
export const isRetired = (code: string): boolean =>
  canonicalCode(code).startsWith('medtop:') && RETIRED.has(Number(canonicalCode(code).slice(7)) - BASE);
