/** The commonest small words of languages written in Latin letters, chosen not to be shared between neighbours. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in that is for was with said on has from are by have this which',
  de: 'der die und das ist nicht von mit den dem für sich auch eine einen werden wird auf sind',
  fr: 'les des est une dans pour que qui sur par pas avec sont aux cette du été ses leur',
  es: 'los las que por una del para con como más pero fue sus este ha según entre también el',
  it: 'che di il della per con del non sono gli una anche alla nel è dei più delle',
  pt: 'que não uma dos para com as os foi pelo são ao mais também pela em seu à',
  nl: 'het een van dat niet voor zijn met aan ook bij naar werd deze heeft wordt door',
  sv: 'och att det som inte är på för med till har av den ett om från',
  da: 'og at det som ikke er på for med til har af den et blev fra også',
  nb: 'og at det som ikke er på for med til har av den et ble fra også etter',
  fi: 'ja on ei että se oli hän mutta ovat myös kun joka sen',
  pl: 'nie się że jest na do jak przez oraz po od dla który w',
  cs: 'se že je na do jako pro který ale byl jsou také ve',
  hu: 'az és hogy nem egy van volt meg is azt csak már szerint',
  tr: 've bir bu için olarak ile da de çok daha olan gibi',
  id: 'yang dan di dengan untuk pada dari tidak ini dalam akan itu',
  vi: 'của và là có không được cho một những trong các với',
};

const WORD_SETS = Object.entries(SMALL_WORDS).map(
  ([tag, words]) => [tag, new Set(words.split(' '))] as const,
);

const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
];

/**
 * The language of a text of some sentences, told by its script or its small words; undefined where neither is clear
 * (Cyrillic, Arabic and Devanagari are written by too many languages to tell them by letters).
 */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 6_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 40) return undefined;
  for (const [script, tag] of SCRIPTS) {
    const share = (sample.match(new RegExp(script.source, 'gu'))?.length ?? 0) / letters;
    if (share > (tag === 'ja' ? 0.15 : 0.4)) return tag;
  }
  const words = sample.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const counts = WORD_SETS.map(([tag, set]) => ({
    tag,
    count: words.filter((word) => set.has(word)).length,
  }));
  counts.sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (first === undefined || second === undefined || first.count < Math.max(4, words.length * 0.08))
    return undefined;
  return first.count > second.count * 1.15 ? first.tag : undefined;
}
