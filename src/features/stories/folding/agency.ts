/** Long names under which copy of an agency comes, and its short one. */
const SHORT_NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(?:the )?associated press$|^ap$/, 'ap'],
  [/^agence france[- ]presse$|^afp$/, 'afp'],
  [/^(?:thomson )?reuters(?: news(?: agency)?)?$/, 'reuters'],
  [/^deutsche presse[- ]agentur(?: gmbh)?$|^dpa(?: gmbh)?$/, 'dpa'],
  [/^yonhap(?: news(?: agency)?)?$|^yna$|^연합뉴스$/, 'yonhap'],
  [/^(?:pa|press association|pa media|pa news agency)$/, 'pa'],
  [/^(?:aap|australian associated press)$/, 'aap'],
  [/^(?:agencia )?efe$/, 'efe'],
  [/^(?:agenzia )?ansa$/, 'ansa'],
  [/^kyodo(?: news)?$/, 'kyodo'],
  [/^xinhua(?: news(?: agency)?)?$/, 'xinhua'],
  [/^(?:apa|austria presse[- ]agentur)$/, 'apa'],
  [/^(?:belga|agence belga|belga news agency)$/, 'belga'],
  [/^(?:ntb|norsk telegrambyrå)$/, 'ntb'],
  [/^(?:ritzau|ritzaus bureau)$/, 'ritzau'],
  [/^(?:stt|suomen tietotoimisto)$/, 'stt'],
];

/** Whose copy an item is, so that "(Yonhap)" and "Yonhap News Agency" are one; empty where it does not say. */
export function agencyOf({ credit, copyrightholder }: { credit?: string; copyrightholder?: string }): string {
  const said = credit?.trim() || copyrightholder?.trim() || '';
  const plain = said
    .toLowerCase()
    .replace(/©|\(c\)|copyright|\b(?:19|20)\d\d\b|all rights reserved/gu, ' ')
    .replace(/[()[\]"“”*.,:;]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return SHORT_NAMES.find(([pattern]) => pattern.test(plain))?.[1] ?? plain;
}
