import { parseDate } from './date.parse.ts';
import { isFurnitureLine } from './furniture-words.ts';

/** A paragraph or single line of a page, in order. `group` is the same for lines that no blank line parts. */
export type TextLine = { text: string; group: number };

const SENTENCE_END =
  /[.!?…。！？](?:["'”’»」』)\]]{0,3}(?:\s?\([^()]{1,60}\))?)$|[.!?…。！？]["'”’»」』)\]]{0,3}$|다\.?$/u;

const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const isWideScript = (text: string): boolean =>
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.slice(0, 200));

/** A paragraph of a story: it ends as a sentence does and is long enough for one, or is long beyond any label. */
export function isProse({ text }: TextLine): boolean {
  if (text.length >= 160) return true;
  if (!SENTENCE_END.test(text) || isFurnitureLine(text)) return false;
  return isWideScript(text) ? text.length >= 18 : wordsIn(text) >= 5;
}

/** What could be a headline: some words, no full stop, neither a label nor a date nor a byline. */
export function isHeadlineLike({ text }: TextLine): boolean {
  if (
    text.length > 220 ||
    text.includes('\n') ||
    isFurnitureLine(text) ||
    bylineOf(text) !== undefined ||
    dateOf(text) !== undefined
  )
    return false;
  if (/[.。]$/.test(text) && !/\b(?:[A-Z]\.){2,}$/.test(text)) return false;
  return isWideScript(text) ? text.length >= 8 : wordsIn(text) >= 3;
}

const BYLINE = /^(?:by|von|par|por|di|door|av|af)\s{1,3}(\p{Lu}[^\d@|:]{2,80})$/iu;
const KOREAN_BYLINE = /^([가-힣]{2,4})\s?(?:기자|특파원)(?:\s?=)?$/u;

/** The name in a line that is a byline: "By Jo Doe", "홍길동 기자". */
export function bylineOf(text: string): string | undefined {
  if (text.length > 100 || /[.!?]$/.test(text.replace(/\b(?:Jr|Sr)\.$/, ''))) return undefined;
  const found = BYLINE.exec(text) ?? KOREAN_BYLINE.exec(text);
  const name = found?.[1]?.trim();
  return name !== undefined && name.split(/\s+/).length <= 12 ? name : undefined;
}

const DATE_LABEL =
  /^(?:published|updated|posted|last updated|created|date|modified|stand|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|입력|수정|등록|송고|발행|기사입력|최종수정|更新|公開|发布时间)(?:\s+(?:on|at|am|le|el))?\s{0,4}[:：]?\s{0,4}/iu;

/** The date in a line that is nothing but a date with or without its label, and whether it is one of change. */
export function dateOf(text: string): { date: string; modified: boolean } | undefined {
  if (text.length > 70 || !/\d/.test(text)) return undefined;
  const rest = text.replace(DATE_LABEL, '').replace(/[|ㅣ]/g, ' ').replace(/\s+/g, ' ').trim();
  const date = parseDate(rest);
  if (date === undefined || wordsIn(rest) > 9) return undefined;
  return {
    date: rest,
    modified: /^(?:last )?(?:updated|modified|aktualisiert|mis à jour|actualizado|수정|최종수정|更新)/iu.test(
      text,
    ),
  };
}
