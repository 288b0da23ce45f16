import { expect, it } from 'vitest';
import { decodeMessage } from './decode-message.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, mark: boolean): Uint8Array =>
  new Uint8Array(Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le'));

it('believes a byte order mark before anything else', () => {
  expect(decodeMessage(utf16('<a>é</a>', true), 'text/xml; charset=utf-8').text).toBe('<a>é</a>');
});

it('tells UTF-16 without a mark by its zero bytes', () => {
  expect(decodeMessage(utf16('<a>é</a>', false)).text).toBe('<a>é</a>');
});

it('reads what the XML declaration, a meta element or HTTP names', () => {
  expect(decodeMessage(latin1('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>')).text).toContain('é');
  expect(decodeMessage(latin1('<meta charset="windows-1252"><p>\x93')).text).toContain('“');
  expect(decodeMessage(Uint8Array.of(0xc7, 0xd1), 'text/plain; charset=euc-kr').text).toBe('한');
});

it('passes over a label that does not fit, with a note', () => {
  const decoded = decodeMessage(latin1('<?xml version="1.0" encoding="utf-8"?><a>caf\xe9</a>'));
  expect(decoded.text).toContain('café');
  expect(decoded.notes).toHaveLength(1);
});

it('leaves neither control characters nor half characters', () => {
  const { text } = decodeMessage(Uint8Array.of(0x61, 0x00, 0x07, 0x62, 0xed, 0xa0, 0x80));
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(/\p{Cc}/u);
});
