import type { PictureMetadata } from './picture-metadata.ts';

/** What is shown of what a picture says about itself, where whoever sent it is silent. */
export type PictureWords = { alt?: string; caption?: string; credit?: string; rights?: string };

/** The caption is the headline where there is no other; the rights are the notice and, behind it, the terms of use. */
export function toPictureWords(said: PictureMetadata): PictureWords {
  const { alt, headline, caption, byline, agency, copyright, usageTerms } = said;
  const rights = [...new Set([copyright, usageTerms])].filter((part) => part !== undefined);
  return {
    alt,
    caption: caption ?? headline,
    credit: joinCredit(byline, agency),
    rights: rights.length > 0 ? rights.join(' ') : undefined,
  };
}

/** "Name/Agency", as picture desks write it. */
function joinCredit(by: string | undefined, agency: string | undefined): string | undefined {
  if (!by || !agency || agency.includes(by)) return agency ?? by;
  return by.includes(agency) ? by : `${by}/${agency}`;
}
