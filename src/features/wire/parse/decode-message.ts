import { cleanText } from '#document/clean-text.ts';

export type DecodedMessage = { text: string; notes: string[] };

const HEAD_BYTES = 4096;

/**
 * Bytes as text: by byte order mark, then HTTP's charset, then what the XML declaration or a meta element says, then
 * UTF-8, then Windows-1252. A label that does not fit the bytes is passed over, with a note. The text is well-formed
 * UTF-16 without control characters and without a byte order mark.
 */
export function decodeMessage(bytes: Uint8Array, contentType?: string): DecodedMessage {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined)
    return { text: cleanText(decodeWith(marked.label, marked.rest) ?? ''), notes: [] };
  const head = latin(bytes.subarray(0, HEAD_BYTES));
  const declared = declaredCharset(head);
  const labels = [charsetOf(contentType), wideWithoutMark(bytes), isWide(declared) ? undefined : declared];
  const notes: string[] = [];
  for (const label of labels) {
    if (label === undefined) continue;
    const text = decodeWith(label, bytes);
    if (text !== undefined) return { text: cleanText(text), notes };
    notes.push(
      `The message says that it is written in "${label}", which does not fit; another encoding was used.`,
    );
  }
  const text = decodeWith('utf-8', bytes) ?? decodeDamaged(bytes, notes);
  return { text: cleanText(text), notes };
}

/** Strict, save that single-byte sets fit everything; undefined where the label is unknown or does not fit. */
function decodeWith(label: string, bytes: Uint8Array): string | undefined {
  try {
    if (/^(?:utf-?32|ucs-?4)(?:be|le)?$/i.test(label)) return decodeUtf32(bytes, !/le$/i.test(label));
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Neither UTF-8 nor labelled: whichever of UTF-8 with errors and Windows-1252 damages less. */
function decodeDamaged(bytes: Uint8Array, notes: string[]): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  let wrong = 0;
  let right = 0;
  for (let at = 0; at < lenient.length; at += 1) {
    const code = lenient.charCodeAt(at);
    if (code === 0xfffd) wrong += 1;
    else if (code > 0x7f) right += 1;
  }
  if (right > wrong) {
    notes.push(`${wrong} characters could not be read and stand as "\uFFFD".`);
    return lenient;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): { label: string; rest: Uint8Array } | undefined {
  const starts = (...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xfe, 0, 0)) return { label: 'utf-32le', rest: bytes.subarray(4) };
  if (starts(0, 0, 0xfe, 0xff)) return { label: 'utf-32be', rest: bytes.subarray(4) };
  if (starts(0xff, 0xfe)) return { label: 'utf-16le', rest: evenBytes(bytes.subarray(2)) };
  if (starts(0xfe, 0xff)) return { label: 'utf-16be', rest: evenBytes(bytes.subarray(2)) };
  if (!starts(0xef, 0xbb, 0xbf)) return undefined;
  const rest = bytes.subarray(3);
  return decodeWith('utf-8', rest) === undefined ? undefined : { label: 'utf-8', rest };
}

const evenBytes = (bytes: Uint8Array): Uint8Array => (bytes.length % 2 === 0 ? bytes : bytes.subarray(0, -1));

/** UTF-16 or UTF-32 without a mark shows itself by the zero bytes around a first `<`, `{` or `[`. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && c === 0 && d !== 0) return 'utf-32be';
  if (a !== 0 && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b !== 0 && c === 0) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return undefined;
}

const isWide = (label: string | undefined): boolean =>
  label !== undefined && /^(?:utf-?(?:16|32)|ucs-?[24])/i.test(label);

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function declaredCharset(head: string): string | undefined {
  const xml = /^\s{0,40}<\?xml[^>]{0,200}?\bencoding\s{0,4}=\s{0,4}["']([\w.:-]{1,40})["']/i.exec(head);
  const meta = /<meta\b[^>]{0,400}?\bcharset\s{0,4}=\s{0,4}["']?([\w.:-]{1,40})/i.exec(head);
  return (xml ?? meta)?.[1];
}

function charsetOf(contentType: string | undefined): string | undefined {
  return /\bcharset\s{0,4}=\s{0,4}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1];
}

function decodeUtf32(bytes: Uint8Array, bigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, !bigEndian);
    parts.push(code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code));
  }
  return parts.join('').toWellFormed();
}
