import iconv from 'iconv-lite';
import { showControls } from './control-pictures.ts';
import { guessLanguage } from './guess-language.ts';

/** National forms of ISO 646 by the last byte of `ESC (`: what stands for `# $ @ [ \ ] ^ _ ` { | } ~` where it differs. */
const FORMS: Readonly<Record<string, string>> = {
  K: '@§[Ä\\Ö]Ü{ä|ö}ü~ß',
  Y: '#£@§[°\\ç]é`ù{à|ò}è~ì',
  R: '#£@à[°\\ç]§{é|ù}è~¨',
  f: '#£@à[°\\ç]§`µ{é|ù}è~¨',
  Z: '#£@§[¡\\Ñ]¿{°|ñ}ç',
  h: '@·[¡\\Ñ]Ç^¿{´|ñ}ç~¨',
  L: '@§[Ã\\Ç]Õ{ã|ç}õ~°',
  G: '$¤[Ä\\Ö]Å{ä|ö}å~‾',
  H: '$¤@É[Ä\\Ö]Å^Ü`é{ä|ö}å~ü',
  '`': '[Æ\\Ø]Å{æ|ø}å~‾',
  E: '[Æ\\Ø]Å{æ|ø}å~‾',
  A: '#£',
};

/** The form that a language's agencies write when they write seven bits. */
const FORM_OF: Readonly<Record<string, string>> = {
  de: 'K',
  it: 'Y',
  fr: 'R',
  es: 'Z',
  pt: 'L',
  sv: 'G',
  fi: 'G',
  nb: '`',
  da: '`',
};

const ESCAPE = 0x1b;

/**
 * The text of an IPTC 7901 message: UTF-8, or the Latin sets that agencies write (ISO 8859-1 with the euro of 8859-15,
 * Windows-1252, code page 850, ISO 6937 with its accents before the letter), told by what the bytes then say; ISO 2022
 * escapes to national forms of ISO 646; and those forms without escapes, where their letters stand inside words.
 * Control characters stand as their pictures, for they carry the format.
 */
export function decodeIptc7901(bytes: Uint8Array, language?: string): string {
  const text = resolveEscapes(decodeEightBit(bytes));
  const whole = bytes.some((byte) => byte > 0x7f || byte === ESCAPE);
  return showControls(whole ? text : fromSevenBit(text, language));
}

function decodeEightBit(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const latin = buffer.toString('latin1');
    if (looksLike6937(latin)) return from6937(latin);
    if (looksLike850(latin)) return iconv.decode(buffer, 'cp850');
    // No agency writes of currency signs as such: 8859-15 has the euro there.
    return iconv.decode(buffer, 'win1252').replaceAll('¤', '€');
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** ü ä ö Ä Ö Ü ß é è ê à ç of code page 850 lie where the Latin sets have controls and quotation marks; letters there do not. */
const looksLike850 = (latin: string): boolean =>
  count(
    latin,
    /[a-z][\x81-\x8c\x93-\x97\xa0-\xa4\xe1][a-z]|[a-z][\x81\x82\x84\x85\x87\x8a\x94\xe1]\b|\b[\x8e\x99\x9a][a-z]/g,
  ) >
  2 * count(latin, /[a-z][\xe0\xe2-\xff][a-z]|\b[\xc0-\xde][a-z]/g);

const looksLike6937 = (latin: string): boolean => {
  const accents = count(latin, /[\xc1-\xc5\xc7-\xcb\xcd-\xcf][AEIOUYaeiouyCcNnSsZzRrTtDdLlGgUu]/g);
  const letters =
    count(latin, /[\xe0-\xff]|[\x80-\x9f]/g) - count(latin, /[\xe1\xe2\xe4\xe8-\xeb\xed\xee\xf1-\xfd]/g);
  const inside = count(latin, /[a-z][\xc1-\xc5\xc7-\xcb\xcd-\xcf][aeiouycnszrtdlg]/g);
  return inside > 0 && accents >= 2 * Math.max(0, letters);
};

const ACCENTS: Readonly<Record<string, string>> = {
  '\xc1': '\u0300',
  '\xc2': '\u0301',
  '\xc3': '\u0302',
  '\xc4': '\u0303',
  '\xc5': '\u0304',
  '\xc6': '\u0306',
  '\xc7': '\u0307',
  '\xc8': '\u0308',
  '\xca': '\u030a',
  '\xcb': '\u0327',
  '\xcd': '\u030b',
  '\xce': '\u0328',
  '\xcf': '\u030c',
};
const LETTERS: Readonly<Record<string, string>> = {
  '\xa4': '$',
  '\xa6': '#',
  '\xa8': '¤',
  '\xa9': '‘',
  '\xaa': '“',
  '\xb9': '’',
  '\xba': '”',
  '\xb4': '×',
  '\xb8': '÷',
  '\xe1': 'Æ',
  '\xe2': 'Đ',
  '\xe4': 'Ħ',
  '\xe6': 'Ĳ',
  '\xe8': 'Ł',
  '\xe9': 'Ø',
  '\xea': 'Œ',
  '\xec': 'Þ',
  '\xf1': 'æ',
  '\xf2': 'đ',
  '\xf3': 'ð',
  '\xf5': 'ı',
  '\xf6': 'ĳ',
  '\xf8': 'ł',
  '\xf9': 'ø',
  '\xfa': 'œ',
  '\xfb': 'ß',
  '\xfc': 'þ',
};

const from6937 = (latin: string): string =>
  latin
    .replace(/([\xc1-\xcf])([A-Za-z ])/g, (whole, accent: string, letter: string) =>
      ACCENTS[accent] === undefined ? whole : `${letter}${ACCENTS[accent]}`.normalize('NFC'),
    )
    .replace(/[\xa4-\xff]/g, (character) => LETTERS[character] ?? character);

/** Text with `ESC ( K` and its like carried out and taken away; other escapes only taken away. */
function resolveEscapes(text: string): string {
  if (!text.includes('\u001b')) return text;
  let form: Map<string, string> | undefined;
  const parts = text.split('\u001b');
  return parts
    .map((part, at) => {
      if (at === 0) return part;
      const found = /^(?:([()*+,\-./])([@-~])|[$%#&][()*+]?[0-~]|\[[\d;]{0,20}[@-~]|[@-~])/.exec(part);
      if (found?.[1] === '(') form = formNamed(found[2] ?? 'B');
      const rest = part.slice(found?.[0].length ?? 0);
      return form === undefined ? rest : written(rest, form);
    })
    .join('');
}

const forms = new Map<string, Map<string, string>>();

function formNamed(name: string): Map<string, string> | undefined {
  const pairs = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined;
  if (pairs === undefined) return undefined;
  const known =
    forms.get(name) ??
    new Map(
      Array.from({ length: pairs.length / 2 }, (_, at) => [pairs.charAt(at * 2), pairs.charAt(at * 2 + 1)]),
    );
  forms.set(name, known);
  return known;
}

const written = (text: string, form: Map<string, string>): string =>
  text.replace(/[#$@[\\\]^_`{|}~]/g, (character) => form.get(character) ?? character);

const INSIDE = /[A-Za-z][{|}~[\]\\][a-z]|\b[[\]\\][a-z]{2}|[a-z][{|}~](?![{|}~])/g;

/** "K|ln", "Stra~e", "perch}": letters of a national form, unless brackets are in use as brackets. */
function fromSevenBit(text: string, language: string | undefined): string {
  if (count(text, INSIDE) < 2 || /\[[^[\]\n]{1,80}\]\s|\{[^{}\n]{1,80}\}\s/.test(text)) return text;
  const spoken = language ?? guessLanguage(text.replace(/[{|}~[\]\\]/g, ''));
  const form = formNamed(FORM_OF[spoken ?? ''] ?? '');
  return form === undefined ? text : written(text, form);
}
