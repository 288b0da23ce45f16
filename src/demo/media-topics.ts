import { AppError } from '#lib/errors.ts';

/** The top subjects of the IPTC Media Topics that the demo edition's copy uses. */
const NAMES: Readonly<Record<string, { en: string; ko: string }>> = {
  '01000000': { en: 'arts, culture, entertainment and media', ko: '문화·예술·미디어' },
  '02000000': { en: 'crime, law and justice', ko: '범죄·법' },
  '03000000': { en: 'disaster, accident and emergency incident', ko: '재난·사고' },
  '04000000': { en: 'economy, business and finance', ko: '경제·산업·금융' },
  '05000000': { en: 'education', ko: '교육' },
  '06000000': { en: 'environment', ko: '환경' },
  '07000000': { en: 'health', ko: '보건' },
  '09000000': { en: 'labour', ko: '노동' },
  '11000000': { en: 'politics and government', ko: '정치·행정' },
  '13000000': { en: 'science and technology', ko: '과학·기술' },
  '15000000': { en: 'sport', ko: '체육' },
  '17000000': { en: 'weather', ko: '날씨' },
};

/** The name of a top subject by its eight digits. Throws `bad_input` for one that is not listed here. */
export function mediaTopicName(code: string, language: 'en' | 'ko'): string {
  const name = NAMES[code]?.[language];
  if (!name) throw new AppError('bad_input', `No name is known for the media topic ${code}.`);
  return name;
}
