import { isCapital, isDash, isGlued, lowAt, type Scan, tokenAt } from '../../times/phrase.ts';
import { readNumber } from '../numbers.ts';

/** A time of day: `part` for noon, or the part of day that gave the half ("8 in the evening"). */
export type Clock = {
  hour: number;
  minute: number | undefined;
  second?: number;
  to: number;
  zone?: string;
  approx?: boolean;
};

const ZONES: Record<string, string> = {
  gmt: '+00:00',
  utc: '+00:00',
  z: '+00:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  msk: '+03:00',
  ist: '+05:30',
  hkt: '+08:00',
  sgt: '+08:00',
  kst: '+09:00',
  jst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};
/** Zones without a fixed offset: part of the words, but of no value. */
const LOOSE_ZONES = new Set(['et', 'ct', 'mt', 'pt']);

type Zoned = { zone?: string; to: number };

/** "GMT", "EST", "ET", "local time", "Eastern Daylight Time" after a clock time. */
function readZone(scan: Scan, from: number): Zoned {
  const at = lowAt(scan, from) === '(' ? from + 1 : from;
  const low = lowAt(scan, at);
  if (isCapital(scan, at)) {
    const zone = ZONES[low];
    if (zone && at === from) return { zone, to: at + 1 };
    if (LOOSE_ZONES.has(low) && tokenAt(scan, at).text === low.toUpperCase() && at === from)
      return { to: at + 1 };
  }
  if (at > from) return { to: from };
  if (low === 'local' && lowAt(scan, at + 1) === 'time') return { to: at + 2 };
  const middle = /^(standard|daylight|summer)$/.test(lowAt(scan, at + 1)) ? at + 2 : at + 1;
  if (isCapital(scan, at) && lowAt(scan, middle) === 'time') return { to: middle + 1 };
  return { to: from };
}

type Half = { half: 'am' | 'pm'; to: number };

const AM_PM = new Map<string, 'am' | 'pm'>([
  ['am', 'am'],
  ['a.m.', 'am'],
  ['a.m', 'am'],
  ['pm', 'pm'],
  ['p.m.', 'pm'],
  ['p.m', 'pm'],
]);
const IN_THE = new Map<string, 'am' | 'pm'>([
  ['morning', 'am'],
  ['afternoon', 'pm'],
  ['evening', 'pm'],
]);

function readHalf(scan: Scan, at: number): Half | undefined {
  const half = AM_PM.get(lowAt(scan, at));
  if (half) return { half, to: at + 1 };
  // "a. m." and "AM" split by a tokeniser elsewhere are left; "8 in the evening" is read
  if (lowAt(scan, at) !== 'in' || lowAt(scan, at + 1) !== 'the') return undefined;
  const part = IN_THE.get(lowAt(scan, at + 2));
  return part && { half: part, to: at + 3 };
}

const toHour = (hour: number, half: 'am' | 'pm' | undefined): number =>
  half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;

function readMinutes(scan: Scan, at: number, mark: string): number | undefined {
  const token = tokenAt(scan, at + 1);
  if (lowAt(scan, at) !== mark || !isGlued(scan, at) || !isGlued(scan, at + 1)) return undefined;
  const minute = token.kind === 'number' && token.text.length === 2 ? Number(token.text) : 60;
  return minute < 60 ? minute : undefined;
}

/** "10:30", "10:30:15", "10.30 am", "22:30 GMT". */
function readColon(scan: Scan, from: number): Clock | undefined {
  const token = tokenAt(scan, from);
  if (token.kind !== 'number' || token.text.length > 2 || Number(token.text) > 24) return undefined;
  const colon = readMinutes(scan, from + 1, ':');
  const minute = colon ?? readMinutes(scan, from + 1, '.');
  if (minute === undefined || (isGlued(scan, from) && !'(“"\'–—-'.includes(lowAt(scan, from - 1))))
    return undefined;
  const second = colon === undefined ? undefined : readMinutes(scan, from + 3, ':');
  const end = second === undefined ? from + 3 : from + 5;
  // 1:2:3:4 and a score such as 10:15.3 are no time of day
  if (
    isGlued(scan, end) &&
    tokenAt(scan, end + 1).kind === 'number' &&
    /^[:./]$/.test(lowAt(scan, end)) &&
    isGlued(scan, end + 1)
  )
    return undefined;
  const half = readHalf(scan, end);
  const zone = readZone(scan, half?.to ?? end);
  // With a point, only "am" or "pm" or a zone make it a time.
  if (colon === undefined && !half && zone.to === end) return undefined;
  return {
    hour: toHour(Number(token.text), half?.half),
    minute,
    ...(second !== undefined && { second }),
    ...zone,
  };
}

/** "10 a.m.", "10am", "ten o'clock", "5 in the afternoon". */
function readHour(scan: Scan, from: number): Clock | undefined {
  const token = tokenAt(scan, from);
  if (token.kind === 'number' && token.text.length > 2) return undefined;
  if (token.kind === 'number' && isGlued(scan, from) && /^[$£€.,/:]$/.test(lowAt(scan, from - 1)))
    return undefined;
  const number = readNumber(scan, from);
  if (!number || number.value > 24 || number.value % 1 !== 0) return undefined;
  const oclock = lowAt(scan, number.to) === "o'clock";
  const half = readHalf(scan, oclock ? number.to + 1 : number.to);
  if ((!half && !oclock) || (half && number.value > 12)) return undefined;
  // "10 am" without points must be glued or in a clock's place: "I am 10 am I" is not read as one
  const zone = readZone(scan, half?.to ?? number.to + 1);
  return { hour: toHour(number.value, half?.half), minute: undefined, ...zone };
}

/** "1430 GMT", "2200 hours", "0800 local time". */
function readMilitary(scan: Scan, from: number): Clock | undefined {
  const token = tokenAt(scan, from);
  if (token.kind !== 'number' || token.text.length !== 4) return undefined;
  const [hour, minute] = [Number(token.text.slice(0, 2)), Number(token.text.slice(2))];
  if (hour > 24 || minute > 59) return undefined;
  const zone = readZone(scan, from + 1);
  const half = readHalf(scan, from + 1);
  if (half && isGlued(scan, from + 1)) return { hour: toHour(hour, half.half), minute, to: half.to };
  if (zone.to > from + 1) return { hour, minute, ...zone };
  return lowAt(scan, from + 1) === 'hours' && token.text.startsWith('0')
    ? { hour, minute, to: from + 2 }
    : undefined;
}

/** "half past ten", "quarter to six", "ten past eight". */
function readPast(scan: Scan, from: number): Clock | undefined {
  let at = lowAt(scan, from) === 'a' ? from + 1 : from;
  const word = lowAt(scan, at);
  const number = readNumber(scan, at);
  const minutes = word === 'half' ? 30 : word === 'quarter' ? 15 : number?.value;
  if (minutes === undefined || minutes > 59) return undefined;
  at = word === 'half' || word === 'quarter' ? at + 1 : (number?.to ?? at);
  const link = lowAt(scan, at);
  if (link !== 'past' && !(link === 'to' && (word === 'quarter' || lowAt(scan, at + 2) === "o'clock")))
    return undefined;
  const hour = readNumber(scan, at + 1);
  if (!hour || hour.value > 12 || hour.value < 1) return undefined;
  const half = readHalf(scan, hour.to);
  const base = toHour(hour.value, half?.half);
  const end = half?.to ?? (lowAt(scan, hour.to) === "o'clock" ? hour.to + 1 : hour.to);
  return link === 'past'
    ? { hour: base, minute: minutes, to: end }
    : { hour: base - 1, minute: 60 - minutes, to: end };
}

const NAMED = new Map<string, number>([
  ['noon', 12],
  ['midday', 12],
  ['midnight', 24],
]);

function readNamed(scan: Scan, from: number): Clock | undefined {
  const hour = NAMED.get(lowAt(scan, from));
  if (hour === undefined || (isCapital(scan, from) && isCapital(scan, from + 1))) return undefined;
  return { hour, minute: 0, ...readZone(scan, from + 1) };
}

/** The first hour of "8 to 10 a.m.", "between 8 and 10 a.m.", "8-10 a.m.": its half of the day is that of the second. */
function readOpenRange(scan: Scan, from: number): Clock | undefined {
  const token = tokenAt(scan, from);
  if (token.kind !== 'number' || token.text.length > 2) return undefined;
  const minute = readMinutes(scan, from + 1, ':');
  const end = minute === undefined ? from + 1 : from + 3;
  const join = lowAt(scan, end);
  if (!isDash(join) && join !== 'to' && join !== 'and' && join !== 'or') return undefined;
  const second = readColon(scan, end + 1) ?? readHour(scan, end + 1);
  const hour = Number(token.text);
  const halved = (second && AM_PM.has(lowAt(scan, end + 2))) || (second && AM_PM.has(lowAt(scan, end + 4)));
  if (!second || !halved || hour > 12 || hour < 1) return undefined;
  const pm = second.hour >= 12 && hour % 12 <= second.hour - 12;
  return { hour: pm ? (hour % 12) + 12 : hour % 12 === 0 ? 0 : hour, minute, to: end };
}

/** The longest time of day that begins at a token. */
export function readClock(scan: Scan, from: number): Clock | undefined {
  let best: Clock | undefined;
  for (const read of [readNamed, readColon, readHour, readMilitary, readPast, readOpenRange]) {
    const found = read(scan, from);
    if (found && (!best || found.to > best.to)) best = found;
  }
  return best && (best.hour < 24 || (best.hour === 24 && !best.minute)) ? best : undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** "T10", "T10:30", "T10:30:15" (TIMEX3); the full hour is written with minutes, as most do. */
export const clockValue = ({ hour, minute, second }: Clock): string =>
  `T${two(hour)}:${two(minute ?? 0)}${second === undefined ? '' : `:${two(second)}`}`;
