import { oneLine } from '#document/clean-text.ts';
import type { WireLink } from '../wire-item.schema.ts';
import { dayNamed } from './kill-day.ts';
import { isKillHeadline, isKillSlug, isOrderInHeadline, ordersKill, withoutKill } from './kill-words.ts';

/** What is read of a message to find out whether it takes another one back. */
export type KillCopy = {
  /** The format itself says that the item must not be used. */
  canceled: boolean;
  /** All of it speaks to editors; then an order may stand in its text. */
  forEditors: boolean;
  version?: number;
  headline?: string;
  slugline?: string;
  signal: readonly string[];
  ednotes: readonly string[];
  /** The text, as long as it is. */
  text: string;
  links: readonly WireLink[];
  evolvedfrom?: string;
  versioncreated?: string;
};

/** An order is short: in longer copy the word belongs to the news, or to a version that is replaced. */
const LONGEST_ORDER = 1_200;
const LONGEST_NOTE = 4_000;

/**
 * The stories that a message takes back: links of rel `kills` to an identifier, `number:bdt0123`, `slug:BC-US--Budget` or
 * `headline:…`, the number and slug with `@2026-03-04` behind them where the message says of which day. Undefined: it is no kill.
 */
export function readKillNotice(copy: KillCopy): WireLink[] | undefined {
  const says = saysKill(copy);
  if (!says && !copy.canceled) return undefined;
  const named = says ? namedIn(copy) : [];
  return [...derivedLinks(copy), ...named].map((href) => ({ rel: 'kills', href }));
}

const isKillSignal = (signal: readonly string[]): boolean => signal.some((one) => /\bkill\b/i.test(one));

function saysKill({ headline = '', slugline = '', signal, ednotes, text, forEditors }: KillCopy): boolean {
  if (isKillSignal(signal) || isKillHeadline(headline) || isKillSlug(slugline)) return true;
  if (text.length > LONGEST_ORDER) return false;
  return (
    isOrderInHeadline(headline) ||
    [...linesOf(ednotes), ...(forEditors ? linesOf([text]) : [])].some(ordersKill)
  );
}

/** Line by line, and each part as one line: a sentence may be broken. */
const linesOf = (parts: readonly string[]): string[] =>
  parts
    .map((part) => part.slice(0, LONGEST_NOTE))
    .flatMap((part) => [...part.split(/\n+/), part].map(oneLine))
    .filter((line) => line !== '');

const DERIVED =
  /(?:^|[:/#])(?:derivedfrom|evolvedfrom|isupdateof|updateof|previousversion|replaces|killof|kills|deletes)$/i;
const ORDERED = /(?:^|[:/#])(?:killof|kills|deletes)$/i;

/**
 * A canceled item of its own, that was never anything else, takes back what it says it comes from. In a later version the item itself is
 * what is taken back, and the original of a translation stays.
 */
function derivedLinks({ canceled, version = 1, links, evolvedfrom }: KillCopy): string[] {
  const rel = version <= 1 ? DERIVED : ORDERED;
  const found = links.filter((link) => rel.test(link.rel ?? '')).map(({ href }) => href);
  return canceled ? [...(version <= 1 && evolvedfrom !== undefined ? [evolvedfrom] : []), ...found] : [];
}

function namedIn(copy: KillCopy): string[] {
  const { headline = '', signal, ednotes, text } = copy;
  const sentences = linesOf([
    headline,
    ...signal,
    ...ednotes,
    ...(text.length <= LONGEST_ORDER ? [text] : []),
  ]);
  const words = sentences.join('\n').slice(0, 4_000);
  const day = dayNamed(words, copy.versioncreated);
  const on = day === undefined ? '' : `@${day}`;
  const numbers = numbersIn(words, copy);
  const slugs = slugsIn(words);
  const guids = words.match(/\b(?:urn:newsml:|urn:iptc7901:|tag:)[^\s"'<>]{6,300}/gi) ?? [];
  const own = copy.slugline === undefined ? '' : withoutKill(copy.slugline);
  // Its own slug is that of the story: where nothing else names it.
  if (numbers.length + slugs.length + guids.length === 0 && own !== '') slugs.push(own);
  const named = [
    ...guids.map((guid) => guid.replace(/[.,;:)]+$/, '')),
    ...numbers.map((number) => `number:${number}${on}`),
    ...slugs.map((slug) => `slug:${slug}${on}`),
    ...headlinesIn(copy, sentences).map((headline) => `headline:${headline}`),
  ];
  return [...new Set(named)].slice(0, 24);
}

const NUMBER = /(?<![\p{L}\p{N}:/@.-])([a-z]{1,5})(\d{3,5})(?![\p{L}\p{N}/@-])/giu;
/** "KILL dpa 0123", "Meldung Nr. 0123", "AM-Budget, 0250": letters and digits apart, or digits alone. */
const SPACED =
  /(?:\bkill|\bmeldung|\bstory|\bitem|\btake|\bnumber|\bno\.?|\bnr\.?|\bn°|\bnúmero)\s{1,2}["'„“]?(?:([a-z]{2,4})\s)?(\d{3,5})\b|\b(?:am|pm|bc|ap)-[\w.' -]{1,60},\s?(?:()(0\d{3}|\d{4,5}))\b/giu;

/** Numbers as their items have them; digits alone are of the service that the order itself came by. */
function numbersIn(words: string, { links }: KillCopy): string[] {
  const own = links.find(({ rel }) => rel === 'number')?.href.slice('number:'.length) ?? '';
  const service = /^\p{L}*/u.exec(own)?.[0] ?? '';
  const found = [...words.matchAll(NUMBER)].map(([, letters = '', digits = '']) => letters + digits);
  for (const [, letters, digits, , bare] of words.matchAll(SPACED))
    found.push(`${letters || service}${digits ?? bare ?? ''}`);
  return [...new Set(found.map((one) => one.toLowerCase()))].filter(
    (one) => one !== own && /^\p{L}/u.test(one),
  );
}

const SLUG =
  /\b(?:AM|PM|BC|AP)-{1,2}[\p{L}\d](?:[\p{L}\d.'’&/-]|\s(?=[\p{Lu}\d][\p{L}\d.'’&/-]*(?:,|\s|$))){1,60}/gu;
const SLUGGED =
  /\b(?:slug(?:ged|line)?|keyword(?:ed)?|stichwort|mot-clé|catchline)\b\s?[:=]?\s?["'“„«]?([\p{L}\d][\p{L}\d.'’&/-]{2,60}(?:\s[\p{Lu}\d][\p{L}\d.'’&/-]{1,30}){0,4})/giu;

function slugsIn(words: string): string[] {
  const found = [...(words.match(SLUG) ?? []), ...[...words.matchAll(SLUGGED)].map(([, slug = '']) => slug)];
  return [...new Set(found.map((slug) => withoutKill(slug).replace(/[\s.,;:/-]+$/u, '')))].filter(
    (slug) => slug.length > 3 && !/^(?:AM|PM|BC|AP)$/.test(slug),
  );
}

const QUOTED = /["“„«‘'〈「『]\s?([^"“”„«»‘’〈〉「」『』\n]{8,200})\s?["”“»’'〉」』]/gu;

/** Headlines in quotation marks, and the one that the order carries behind its word: "KILL - Acme to cut jobs". */
function headlinesIn({ headline = '', signal }: KillCopy, sentences: readonly string[]): string[] {
  const quoted = sentences.flatMap((line) =>
    [...line.matchAll(QUOTED)].map(([, words = '']) => oneLine(words)),
  );
  const marked = isKillSignal(signal);
  const own = isKillHeadline(headline)
    ? withoutKill(headline)
    : marked && !ordersKill(headline)
      ? headline
      : '';
  return [...new Set([own, ...quoted])].filter(
    (words) => words.split(/\s+/).length >= 3 || /\p{Lo}{6}/u.test(words),
  );
}
