import { monthOf } from './date-words.ts';
import { isAgencyName } from './end-credit.ts';

export type Dateline = { located?: string; credit?: string };

const DASH = /^\s{0,3}(?:--?|–|—|=|:)/;

/**
 * Place and agency of a dateline at the start of a text: "SEOUL, March 25 (Yonhap) --", "Berlin (dpa) -",
 * "GROSSETO, Italy (AP) --", "WASHINGTON — ", "(서울=연합뉴스)", "【東京共同】". The text itself stays as it is.
 */
export function takeDateline(text: string): Dateline {
  const start = text.slice(0, 160).trimStart();
  return bracketed(start) ?? eastAsian(start) ?? capitals(start) ?? {};
}

function bracketed(start: string): Dateline | undefined {
  const open = start.indexOf('(');
  if (open < 0 || open > 90) return undefined;
  const close = start.indexOf(')', open);
  if (close < 0 || close - open > 50 || !DASH.test(start.slice(close + 1))) return undefined;
  const credit = start.slice(open + 1, close).trim();
  const located = placeOf(start.slice(0, open));
  if (!isAgencyName(credit) || (open > 0 && located === undefined && start.slice(0, open).trim() !== ''))
    return undefined;
  return located === undefined ? { credit } : { located, credit };
}

/** "SEOUL, March 25" without its date; undefined for words that are no place's name. */
function placeOf(text: string): string | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const kept = parts.filter((part) => part !== '' && !/\d/.test(part) && !isMonth(part));
  const place = kept.join(', ');
  const words = place.split(/[\s,/]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 9) return undefined;
  const named = words.every((word) => /^[\p{Lu}\p{Lo}'’"(]/u.test(word) || SMALL.has(word));
  return named ? place : undefined;
}

const SMALL = new Set(
  'am an der die das de del la le las los el du des of the upon sur von in im bei do da dos e y et al a'.split(
    ' ',
  ),
);

const isMonth = (part: string): boolean => monthOf(part.replace(/\.$/, '')) !== undefined;

function eastAsian(start: string): Dateline | undefined {
  const korean = /^[([【<]([^=)\]】>]{1,20})=([^)\]】>]{1,20})[)\]】>]/u.exec(start);
  if (korean?.[1] !== undefined && korean[2] !== undefined)
    return { located: korean[1].trim(), credit: korean[2].trim() };
  return undefined;
}

/** "WASHINGTON — ", "SAN JOSE, Calif. – ": a place in capitals, then a dash. */
function capitals(start: string): Dateline | undefined {
  const dash = /\s(?:--|–|—)\s|—/.exec(start.slice(0, 70));
  if (dash === null) return undefined;
  const place = placeOf(start.slice(0, dash.index));
  const first = place?.split(/[\s,]/)[0] ?? '';
  const shouted = first.length > 2 && first === first.toUpperCase() && first !== first.toLowerCase();
  return place !== undefined && shouted ? { located: place } : undefined;
}

/** The place in the words of a dateline field: "New York (dpa) - " or "Berlin". */
export function placeInDateline(text: string | undefined): Dateline {
  const words = text?.replace(/\s+/g, ' ').trim() ?? '';
  if (words === '') return {};
  const found = takeDateline(/[-–—=:]$/.test(words) ? `${words} ` : `${words} - `);
  if (found.located !== undefined) return found;
  const located = words
    .replace(/\([^()]{0,60}\)/g, ' ')
    .replace(/[\s\-–—,:]+$/u, '')
    .trim();
  return located === '' || located.length > 80 ? found : { ...found, located: placeOf(located) ?? located };
}
