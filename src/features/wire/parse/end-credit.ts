import type { Block, Document } from '#document/document.ts';
import { inlineText } from '#document/text-blocks.ts';

/** Marks that a message ends, which some agencies set as a line of its own. */
const END_MARK = /^[-–—(\s]{0,4}(?:END|ENDE|FIN|ENDS|끝|完|\/\/|#{2,5}|30)[-–—).\s]{0,4}$/;

const SENTENCE_END = /[.!?…。！？"'”’»」』)\]]$/u;

const LONGEST = 60;

/**
 * The credit that agencies set in brackets after the last sentence, "(Yonhap)", taken off the end of a body. Only a
 * bracket after a full stop, or one that is a paragraph itself, is a credit; one within a sentence is part of it.
 */
export function takeEndCredit(body: Document): { body: Document; credit?: string } {
  const content = [...body.content];
  for (let looked = 0; looked < 3 && content.length > 0; looked += 1) {
    const last = content.at(-1);
    if (last?.type !== 'paragraph') break;
    const text = inlineText(last.content ?? []).trim();
    if (END_MARK.test(text)) {
      content.pop();
      continue;
    }
    const credit = bracketAtEnd(text);
    if (credit === undefined) break;
    content.pop();
    const rest = withoutEnd(last, credit.length);
    if (rest !== undefined) content.push(rest);
    return { body: { type: 'doc', content }, credit: credit.name };
  }
  return content.length === body.content.length ? { body } : { body: { type: 'doc', content } };
}

function bracketAtEnd(text: string): { name: string; length: number } | undefined {
  if (!/[)）]$/.test(text)) return undefined;
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'));
  if (open < 0 || text.length - open > LONGEST + 2) return undefined;
  const name = text.slice(open + 1, -1).trim();
  const before = text.slice(0, open).trimEnd();
  if (!isAgencyName(name) || (before !== '' && !SENTENCE_END.test(before))) return undefined;
  // "…, he said (laughs)" ends no sentence, "… (see p. 3)" names no agency: both are told apart above.
  return { name, length: text.length - open };
}

/** Up to five words, each with a capital or in a script without any, as agencies and writers are named. */
export function isAgencyName(name: string): boolean {
  if (name === '' || name.length > LONGEST || /[\d:;!?@]/.test(name)) return false;
  const words = name.split(/[\s/,+&=]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 6) return false;
  if (words.length === 1 && LOWER_CASE_AGENCIES.has(name.toLowerCase())) return true;
  return words.every(
    (word) => /^[\p{Lu}\p{Lo}\p{Lt}]/u.test(word) || PARTICLES.has(word) || LOWER_CASE_AGENCIES.has(word),
  );
}

const PARTICLES = new Set([
  'of',
  'the',
  'and',
  'und',
  'et',
  'de',
  'la',
  'del',
  'di',
  'y',
  'with',
  'via',
  'by',
]);
const LOWER_CASE_AGENCIES = new Set([
  'dpa',
  'afp',
  'ap',
  'apa',
  'sda',
  'epd',
  'kna',
  'sid',
  'dts',
  'ots',
  'efe',
  'ansa',
  'lusa',
]);

/** A paragraph without the last `length` characters of its words; undefined where nothing is left. */
function withoutEnd(block: Extract<Block, { type: 'paragraph' }>, length: number): Block | undefined {
  const content = [...(block.content ?? [])];
  let left = length;
  for (let last = content.pop(); last !== undefined; last = content.pop()) {
    const text = last.type === 'text' ? last.text : '\n';
    const kept = text.slice(0, Math.max(0, text.length - left)).trimEnd();
    left -= text.length;
    if (kept !== '' && last.type === 'text') {
      content.push({ ...last, text: kept });
      break;
    }
    // Whatever is left of the words goes on being trimmed at its end.
    left = Math.max(left, 0);
  }
  return content.length === 0 ? undefined : { ...block, content };
}
