/** The words of a text as numbers: 32-bit hashes, so that comparing texts makes no strings. */
export type Words = {
  hashes: Int32Array;
  /** Per word: has a digit, begins with a capital, is a weekday or month, says little by itself, opens a sentence. */
  flags: Uint8Array;
  count: number;
};

export const DIGIT = 1;
export const CAPITAL = 2;
export const DATE_WORD = 4;
export const STOP_WORD = 8;
/** Stands first in a sentence, a paragraph or a quotation, where anything has a capital. */
export const OPENING = 16;

const SEPARATOR = 0;
const LETTER = 1;
const DIGIT_CHARACTER = 2;
const SKIPPED = 3;
const IDEOGRAPH = 4;
const UNKNOWN = 255;

/** What each UTF-16 unit is, found out when it is met first. */
const classes = new Uint8Array(65_536).fill(UNKNOWN);
const lower = new Uint16Array(65_536);

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const small = character.toLowerCase();
  lower[unit] = small.length === 1 ? small.charCodeAt(0) : unit;
  const kind = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(character)
    ? IDEOGRAPH
    : /\p{N}/u.test(character)
      ? DIGIT_CHARACTER
      : /[\p{L}\p{M}]/u.test(character)
        ? LETTER
        : /['’\u00ad\u200b]/u.test(character)
          ? SKIPPED
          : SEPARATOR;
  classes[unit] = kind;
  return kind;
}

const classOf = (unit: number): number => {
  const known = classes[unit] ?? SEPARATOR;
  return known === UNKNOWN ? classify(unit) : known;
};

const OFFSET_BASIS = 0x811c9dc5 | 0;
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Spreads the bits of a hash (the finaliser of MurmurHash3), so that its smallest values are a fair sample. */
export function spread(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

export function hashText(text: string, seed = 0): number {
  let hash = OFFSET_BASIS ^ seed;
  for (let at = 0; at < text.length; at++) hash = step(hash, text.charCodeAt(at));
  return spread(hash);
}

const wordHash = (word: string): number => {
  let hash = OFFSET_BASIS;
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
  return hash;
};

const hashesOf = (words: string): Set<number> => new Set(words.split(' ').map(wordHash));

export const DATE_WORDS: ReadonlySet<number> = hashesOf(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober dezember ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre ' +
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ' +
    'lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre ' +
    '월요일 화요일 수요일 목요일 금요일 토요일 일요일',
);

const STOP_WORDS = hashesOf(
  'a an the of to in on at for from by with and or but as is are was were be been being has have had will would could should may might can that this these those it its he his she her they their them we our you i who which what when where after before over under into about against between during up down out off than then so not no new says say said more most other some such only also just amid among per vs via s t ' +
    'der die das den dem des ein eine einer eines einem einen und oder aber in im am an auf aus bei mit nach von vom zu zum zur für über unter vor wegen ist sind war waren wird werden hat haben nicht auch als wie ' +
    'le la les l un une des du de d et ou à au aux en dans sur pour par avec sans sous est sont a ont sera que qui se son sa ses ce cette plus ' +
    'el los las una unos unas y o del al por con para su sus es son se lo como más tras ' +
    'il lo gli i uno di del della dei delle da dal in nel con per tra fra su sul è sono ha hanno che non',
);

/**
 * Reads a text into words, without regard to case and to marks between and inside words ("don’t" is "dont"); "1,234.5" is one word,
 * and so is each character of a script without spaces. `most`: no more words than these.
 */
export function readWords(text: string, most = 20_000): Words {
  const room = Math.min(most, text.length);
  const hashes = new Int32Array(room);
  const flags = new Uint8Array(room);
  let count = 0;
  let at = 0;
  let opening = true;
  while (at < text.length && count < room) {
    const first = text.charCodeAt(at);
    const kind = classOf(first);
    if (kind === SEPARATOR || kind === SKIPPED) {
      if (OPENERS.has(first)) opening = true;
      at += 1;
      continue;
    }
    let hash = OFFSET_BASIS;
    let flag = (kind === LETTER && lower[first] !== first ? CAPITAL : 0) | (opening ? OPENING : 0);
    opening = false;
    if (kind === IDEOGRAPH) {
      hash = step(hash, first);
      at += 1;
    } else {
      for (; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const part = classOf(unit);
        if (part === SKIPPED) continue;
        if (part === DIGIT_CHARACTER) flag |= DIGIT;
        else if (part !== LETTER && !isInsideNumber(text, at, flag)) break;
        hash = step(hash, lower[unit] ?? unit);
      }
    }
    if (DATE_WORDS.has(hash)) flag |= DATE_WORD;
    else if (STOP_WORDS.has(hash)) flag |= STOP_WORD;
    hashes[count] = hash;
    flags[count] = flag;
    count += 1;
  }
  return { hashes, flags, count };
}

const OPENERS = new Set(Array.from('.!?…:\n"“„«', (sign) => sign.charCodeAt(0)));

/** "1,234.5" and "12:30", but not the full stop after a number. */
const isInsideNumber = (text: string, at: number, flag: number): boolean =>
  (flag & DIGIT) !== 0 &&
  /[.,:]/.test(text.charAt(at)) &&
  classOf(text.charCodeAt(at + 1) || 0) === DIGIT_CHARACTER;
