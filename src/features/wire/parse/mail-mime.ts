import { decodeWords } from 'postal-mime';
import { refuse } from './limits.ts';
import { decodeCharset } from './mail-charset.ts';

/** One leaf of a message: bytes after transfer decoding. `alternative` numbers the multipart/alternative it stands in. */
export type MailPart = {
  type: string;
  charset?: string;
  flowed: boolean;
  attached: boolean;
  /** Without folders, control characters or leading dots; undefined where the part names none. */
  name?: string;
  bytes: Uint8Array;
  alternative?: number;
};

export type MailHeaders = ReadonlyMap<string, readonly string[]>;
export type Mime = { headers: MailHeaders; parts: MailPart[]; notes: string[] };

const MOST = { depth: 20, parts: 1_000, headerBytes: 1_000_000 };

/**
 * A message of RFC 5322 and MIME as headers and leaves. Header words and names (RFC 2047) are decoded by postal-mime;
 * the tree is read here because postal-mime answers later only, and parsing a message waits for nothing. Bounded in depth
 * and number of parts.
 */
export function readMime(bytes: Uint8Array): Mime {
  const notes: string[] = [];
  const parts: MailPart[] = [];
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = /^(?:\s*\r?\n)*(?:From [^\n]{1,300}\n)?/.exec(raw)?.[0].length ?? 0;
  const root = splitEntity(raw.slice(start));
  let alternatives = 0;
  const walk = (headers: MailHeaders, body: string, depth: number, alternative?: number): void => {
    const type = contentType(headers);
    const boundary = type.parameters.get('boundary');
    if (!type.value.startsWith('multipart/') || boundary === undefined) {
      if (parts.length < MOST.parts) parts.push(leaf(headers, type, body, alternative));
      else if (parts.length === MOST.parts)
        notes.push(`Only the first ${MOST.parts} parts of the message were read.`);
      return;
    }
    if (depth >= MOST.depth) {
      notes.push(`Parts of the message lay more than ${MOST.depth} deep and were left out.`);
      return;
    }
    if (type.value === 'multipart/alternative') alternatives += 1;
    const inside = type.value === 'multipart/alternative' ? alternatives : alternative;
    for (const piece of splitParts(body, boundary)) {
      const entity = splitEntity(piece);
      walk(entity.headers, entity.body, depth + 1, inside);
    }
  };
  walk(root.headers, root.body, 0);
  return { headers: root.headers, parts, notes };
}

function splitEntity(raw: string): { headers: MailHeaders; body: string } {
  const blank = /^\r?\n|\r?\n\r?\n|\n\r?\n/.exec(raw);
  const end = blank === null ? raw.length : blank.index;
  if (end > MOST.headerBytes) refuse('The headers of the message are too large.');
  const body = blank === null ? '' : raw.slice(blank.index + blank[0].length);
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, end)
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const values = headers.get(name) ?? [];
    if (values.length < 50) values.push(line.slice(colon + 1).trim());
    headers.set(name, values);
  }
  return { headers, body };
}

/** The pieces between boundary lines; a boundary that never closes ends with the text. */
function splitParts(body: string, boundary: string): string[] {
  const mark = `--${boundary}`;
  const pieces: string[] = [];
  let from = -1;
  for (
    let at = body.startsWith(mark) ? 0 : body.indexOf(`\n${mark}`) + 1;
    at > 0 || (at === 0 && from < 0 && body.startsWith(mark));
  ) {
    const lineEnd = body.indexOf('\n', at);
    const rest = body.slice(at + mark.length, lineEnd < 0 ? undefined : lineEnd).trimEnd();
    if (rest === '' || rest === '--') {
      if (from >= 0) pieces.push(body.slice(from, at).replace(/\r?\n$/, ''));
      from = rest === '--' || lineEnd < 0 ? -1 : lineEnd + 1;
      if (rest === '--' || lineEnd < 0 || pieces.length > MOST.parts) return pieces;
    }
    const next = body.indexOf(`\n${mark}`, at + 1);
    at = next < 0 ? -1 : next + 1;
  }
  if (from >= 0) pieces.push(body.slice(from));
  return pieces;
}

type ContentType = { value: string; parameters: Map<string, string> };

const contentType = (headers: MailHeaders): ContentType => {
  const found = structured(headers.get('content-type')?.[0] ?? 'text/plain');
  return { ...found, value: found.value.toLowerCase() || 'text/plain' };
};

const PARAMETER =
  /;\s{0,20}([\w!#$%&'*+.^`|~-]{1,60})\s{0,5}=\s{0,5}(?:"((?:[^"\\]|\\.){0,2000})"|([^;\s"]{0,2000}))/g;

/** A value with parameters; continued and encoded ones (RFC 2231) put together. */
function structured(header: string): ContentType {
  const value = (header.split(';')[0] ?? '').trim();
  const parameters = new Map<string, string>();
  const pieces = new Map<string, { order: number; text: string; encoded: boolean }[]>();
  for (const [, key = '', quoted, bare] of header.matchAll(PARAMETER)) {
    const text = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
    const found = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(key.toLowerCase());
    if (found === null) continue;
    const [, name = '', order, star] = found;
    if (order === undefined && star === undefined) {
      if (!parameters.has(name)) parameters.set(name, decodeWords(text));
    } else
      pieces.set(name, [
        ...(pieces.get(name) ?? []),
        { order: Number(order ?? 0), text, encoded: star !== undefined },
      ]);
  }
  for (const [name, all] of pieces) parameters.set(name, joinPieces(all));
  return { value, parameters };
}

function joinPieces(pieces: { order: number; text: string; encoded: boolean }[]): string {
  const sorted = [...pieces].sort((a, b) => a.order - b.order);
  const charset = /^([\w.:-]{1,40})'[\w-]{0,20}'/.exec(sorted[0]?.encoded ? sorted[0].text : '');
  const bytes = sorted.map(({ text, encoded }, at) => {
    const own = at === 0 && charset !== null ? text.slice(charset[0].length) : text;
    return encoded ? percentBytes(own) : Buffer.from(own, 'latin1');
  });
  return decodeCharset(Buffer.concat(bytes), charset?.[1]);
}

const percentBytes = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function leaf(
  headers: MailHeaders,
  type: ContentType,
  body: string,
  alternative: number | undefined,
): MailPart {
  const disposition = structured(headers.get('content-disposition')?.[0] ?? '');
  const named = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const name = named === undefined ? undefined : safeName(named);
  const charset = type.parameters.get('charset');
  return {
    type: type.value,
    flowed: type.parameters.get('format')?.toLowerCase() === 'flowed',
    attached:
      disposition.value.toLowerCase() === 'attachment' ||
      (name !== undefined && type.value !== 'text/plain' && type.value !== 'text/html'),
    bytes: decodeTransfer(body, headers.get('content-transfer-encoding')?.[0] ?? ''),
    ...(charset === undefined ? {} : { charset }),
    ...(name === undefined || name === '' ? {} : { name }),
    ...(alternative === undefined ? {} : { alternative }),
  };
}

/** A file's name alone: no folders, whichever way the slashes lean, nothing hidden, nothing that steers a terminal. */
const safeName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/^.*[\\/:]/s, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 100);

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  const unfolded = body.replace(/[ \t]+(?=\r?\n)/g, '').replace(/=\r?\n/g, '');
  return Buffer.from(
    unfolded.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** The decoded words of a header's first value; undefined where the header is missing or empty. */
export function headerWords(headers: MailHeaders, name: string): string | undefined {
  const raw = headers.get(name)?.[0];
  if (raw === undefined) return undefined;
  const eightBit = /[\x80-\xff]/.test(raw) ? decodeCharset(Buffer.from(raw, 'latin1')) : raw;
  const words = decodeWords(eightBit).replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}

const COMMON =
  /^(?:from|to|subject|date|message-id|received|mime-version|content-type|return-path|delivered-to|reply-to|sender|dkim-signature)$/i;

/** Whether bytes begin with the headers of a message, at least three of those that messages have. */
export function isMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1').trimStart();
  const end = /\r?\n\r?\n/.exec(head);
  const lines = head
    .slice(0, end?.index ?? head.length)
    .replace(/\r?\n(?=[ \t])/g, ' ')
    .split(/\r?\n/);
  const names = lines
    .filter((line, at) => !(at === 0 && line.startsWith('From ')))
    .map((line) => /^([A-Za-z][\w-]{0,60}):/.exec(line)?.[1]);
  // The last line may be cut where headers are longer than what is looked at.
  if (names.slice(0, end === null ? -1 : undefined).includes(undefined)) return false;
  const found = new Set(
    names.filter((name) => name !== undefined && COMMON.test(name)).map((name) => name?.toLowerCase()),
  );
  return found.size >= 3 && (found.has('from') || found.has('subject') || found.has('received'));
}
