import type { CSSProperties } from 'react';
import type { Language } from '#ui/words.ts';

/** The inks of the paper (src/ui/tokens.css): mail has no custom properties, so they stand here once more. */
export const INK = {
  paper: '#fcfbf8',
  ink: '#191713',
  soft: '#5b564d',
  rule: '#d8d3c8',
  accent: '#b0331a',
} as const;

const SERIF: Record<Language, string> = {
  en: '"Newsreader", Georgia, "Times New Roman", serif',
  ko: '"Noto Serif KR", "Apple SD Gothic Neo", "Malgun Gothic", serif',
};
const SANS: Record<Language, string> = {
  en: '"Libre Franklin", -apple-system, "Segoe UI", Roboto, Arial, sans-serif',
  ko: '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif',
};

/** Hangul wants more air between its lines and must not be broken within words. */
const settings = (language: Language, px: number, leading: number): CSSProperties => ({
  fontSize: language === 'ko' ? Math.round(px * 0.92) : px,
  lineHeight: language === 'ko' ? leading + 0.25 : leading,
  ...(language === 'ko' ? { wordBreak: 'keep-all' } : {}),
});

export const serif = (language: Language, px: number, leading: number): CSSProperties => ({
  fontFamily: SERIF[language],
  ...settings(language, px, leading),
});

export const sans = (language: Language, px: number, leading: number): CSSProperties => ({
  fontFamily: SANS[language],
  ...settings(language, px, leading),
});

/** What inline styles cannot say. Readers that know no media queries show the light, wide mail, which is whole by itself. */
export const DARK_AND_NARROW = [
  ':root{color-scheme:light dark}',
  'a:hover{text-decoration:underline!important}',
  '@media (max-width:480px){.margin{padding:16px 16px 32px!important}.nameplate{font-size:32px!important}' +
    '.lead{font-size:25px!important}}',
  '@media (prefers-color-scheme:dark){',
  '.paper{background-color:#141310!important}.ink{color:#ebe7de!important}.soft{color:#aaa497!important}',
  '.accent{color:#f08a66!important}.rules{border-color:#38352e!important}',
  '.mark{border-color:#f08a66!important}',
  '.button{background-color:#f08a66!important;color:#141310!important}',
  '}',
].join('');
