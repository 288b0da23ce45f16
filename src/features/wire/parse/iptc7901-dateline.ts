import { type Dateline, takeDateline } from './dateline.ts';

const PLACE = "(\\p{Lu}[\\p{L}'’./ -]{1,40}?)";
/** What single agencies write before their copy; others write "Berlin (dpa) -". */
const FORMS: readonly RegExp[] = [
  // ANSA: "(ANSA) - PALERMO, 4 MAR -"
  new RegExp(`^\\((?<credit>[A-Z]{2,10})\\)\\s?-\\s?(?<place>${PLACE}),\\s\\d{1,2}\\s\\p{L}{3,9}\\s?-`, 'u'),
  // Belga: "BRUXELLES 04/03 (BELGA) ="
  new RegExp(`^(?<place>${PLACE})\\s\\d{1,2}/\\d{1,2}\\s\\((?<credit>\\p{L}{2,10})\\)\\s?=`, 'u'),
  // sda and ats: "Bern (sda) Der Bundesrat"
  new RegExp(`^(?<place>${PLACE})\\s\\((?<credit>sda|ats|Keystone-SDA|Keystone-ATS)\\)\\s`, 'u'),
  // EFE: "Madrid, 4 mar (EFE).-"
  new RegExp(`^(?<place>${PLACE}),\\s\\d{1,2}\\s\\p{L}{3,10}\\.?\\s\\((?<credit>[A-Z]{2,10})\\)\\.-`, 'u'),
];

/** Place and agency at the start of a teleprinter's copy. */
export function dateline7901(text: string): Dateline {
  const start = text.trimStart().slice(0, 200).replace(/\s+/g, ' ');
  for (const form of FORMS) {
    const found = form.exec(start)?.groups;
    if (found?.place !== undefined)
      return { located: found.place.trim(), ...(found.credit === undefined ? {} : { credit: found.credit }) };
  }
  return takeDateline(start);
}

/** The agency's name after the last sentence, which is its credit and no part of it: "… il sindaco. (ANSA)." */
export const withoutSign = (line: string): string =>
  line.replace(
    /(?<=[.!?"»”])\s\(©?(?:ANSA|AFP|dpa|APA|SDA|sda|ats|EFE|BELGA|Belga|NTB|Ritzau|TT|Lusa|LUSA|SID)\)\.?\s*$|(?<=[.!?"»”])\s(?:EFE|ANSA|AFP)\s*$/u,
    '',
  );
