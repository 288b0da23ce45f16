/** The words by which agencies take a story back, in the languages that agencies write in. */

const ADJECTIVES = '(?:(?:mandatory|bulletin|urgent|flash)[ -]){0,2}';

/**
 * A headline that is the order: the word in capitals, and after it a mark, a number, a slug or nothing. "KILL SQUAD TRIED" is news, and so
 * is "Kill Bill returns".
 */
const HEADLINE =
  /^[^\p{L}\p{N}]{0,6}(?:(?:MANDATORY|BULLETIN|URGENT|FLASH|Mandatory|Bulletin)[ -]){0,2}(?:KILL|WITHDRAWN|WITHDRAWAL|STORY WITHDRAWN|ANNULATION|ANULACI[OÓ]N|ANULA[CÇ][AÃ]O|ANNULLAMENTO|ANNULLARE|ZUR(?:Ü|UE|U)CKGEZOGEN|R(?:Ü|UE)CKZUG|ANNULLIERUNG|INTREKKING|INGETROKKEN|SPÄRRAD|MAKULER(?:AS|ING|ES)|TREKKES|TREKKES TILBAKE|TILBAGEKALD(?:T|ES|ELSE)?|ANNULLERING|PERUUTUS|АННУЛИР\p{L}*)(?:\s{0,3}(?:[-–—:/,.=+>)\]]|$)|\s(?=[A-Za-z]{1,5}\d{3,5}\b|(?:AM|PM|BC|AP)-))/u;
const BRACKETED = new RegExp(
  `^\\s{0,3}[[(<【〈]\\s?(?:${ADJECTIVES}kill|전문\\s?취소|기사\\s?(?:취소|삭제)|송고\\s?취소|全文取り消し|記事取り消し|取り消し|撤稿)\\s?[\\])>】〉]|[[(]\\s?${ADJECTIVES}kill\\s?[\\])]$|^(?:전문취소|撤稿|全文取り消し)`,
  'iu',
);

/** "BC-US--Budget, Bulletin Kill", "BC-US--Budget-KILL"; "ROAD-KILL" is what a story is on. */
const SLUGLINE =
  /,\s?(?:(?:mandatory|bulletin)[ -])?kill\)?$|\((?:(?:mandatory|bulletin)[ -])?kill\)$|^(?=.*\p{Ll}).*-(?:(?:Mandatory|Bulletin|MANDATORY|BULLETIN)[ -])?KILL$/iu;
/** Letter case matters for the hyphen's form alone. */
const SLUGLINE_CAPITALS = /KILL\)?$|,\s?[^,]*$|\)$/u;

const PART =
  '(?:grafs?|graphs?|paragraphs?|pars?|lines?|sentences?|photos?|pictures?|images?|captions?|quotes?|references?|words?|bylines?|videos?|graphics?)';
const NOT_A_PART = `(?!\\W{0,3}(?:\\S{1,12} ){0,3}${PART}\\b)`;
const STORY = '(?:story|stories|item|report|article|take|dispatch|copy|series|text)';
const MELDUNG = '(?:meldung|bericht|text|beitrag|artikel|fassung|korrespondenz|zusammenfassung)';
/** How an order says which story: a number, a slug, words in quotation marks, a day. */
const WHICH =
  '(?:\\b[a-z]{1,5}\\d{3,5}\\b|["“„«‚\']|\\b(?:am|pm|bc|ap)-|\\b(?:slug|headline|keyword|stichwort|titel)|\\bn(?:o|r|°)\\.? ?\\d|\\b(?:vom|von|at|on) \\d)';

/** Sentences that order it, to editors. */
const ORDERS: readonly RegExp[] = [
  `\\b(?:mandatory|bulletin)[ -]kill\\b${NOT_A_PART}`,
  '\\bkill is mandatory\\b',
  '\\bkill[^\\p{L}]{1,5}kill\\b',
  `^\\W{0,4}(?:(?:eds?|editors?|attn|attention|advisory|news editors)\\b[^\\p{L}\\p{N}]{1,6})+(?:please |pls )?(?:kill|withdraw)\\b${NOT_A_PART}`,
  `\\b(?:please|pls|(?:asked|advised|urged|requested|instructed) to)\\b[^!]{0,40}\\b(?:kill|withdraw)\\b${NOT_A_PART}[^!]{0,80}(?:\\b${STORY}\\b|${WHICH})`,
  `\\b(?:the|our|this) (?:\\S{1,20} ){0,3}${STORY}\\b(?=[^!]{0,60}${WHICH})[^!]{0,200}\\b(?:is|was|has been|have been|are) (?:hereby )?(?:killed|withdrawn)\\b`,
  '^(?:the|our|this) (?:\\S{1,20} ){0,2}(?:story|item|dispatch|article) (?:is|was|has been) (?:hereby )?(?:killed|withdrawn)\\b[^!]{0,40}$',
  `\\b(?:do not|don't|not to) (?:use|publish|run)\\b (?:the |this |our )?(?:\\S{1,20} ){0,2}${STORY}\\b(?![^!]{0,60}\\b(?:before|until|till|unless|without|after|outside)\\b)`,
  `\\b${MELDUNG}\\b[^!]{0,200}\\b(?:nicht|keinesfalls) (?:mehr |weiter )?(?:zu )?(?:verwend|veröffentlich|publizier|nutz|verbreit)`,
  `\\b${MELDUNG}\\b(?=[^!]{0,60}${WHICH})[^!]{0,200}(?:zurückgezogen|annulliert|hinfällig|gestrichen|gesperrt|zurückzuziehen)`,
  `\\bwir ziehen[^!]{0,60}\\b${MELDUNG}\\b[^!]{0,160}zurück\\b`,
  '(?<!\\p{L})(?:prière|veuillez|merci|prie)(?!\\p{L})[^!]{0,80}\\b(?:annuler|ne (?:pas|plus) (?:utiliser|publier|diffuser|reprendre)|ne pas tenir compte)',
  '(?<!\\p{L})(?:dépêche|information|article|papier|texte)(?!\\p{L})[^!]{0,200}\\b(?:est|doit être) (?:annulée?|retirée?|supprimée?)',
  '\\b(?:rogamos|por favor|se ruega|pedimos)\\b[^!]{0,80}\\b(?:anul|no (?:utili|publi|difund)|retir)',
  '\\b(?:noticia|información|despacho)[^!]{0,200}\\b(?:queda|está|ha sido) (?:anulada|anulado|retirada)',
  '\\b(?:si prega|vi preghiamo|pregasi)\\b[^!]{0,60}\\b(?:annullare|non utilizzare|non pubblicare|cestinare)',
  '\\b(?:notizia|lancio|servizio)[^!]{0,200}(?:è|va|deve (?:essere|intendersi)) (?:da )?annulla',
  '\\b(?:por favor|solicitamos|pede-se)\\b[^!]{0,80}\\b(?:anul|não (?:utiliz|publi))',
  '\\b(?:gelieve|graag|verzoeke)\\b[^!]{0,120}\\bniet (?:meer )?(?:te )?(?:gebruiken|publiceren)',
  '\\bbericht\\b[^!]{0,200}\\b(?:is|wordt) ingetrokken',
  '\\b(?:publicera|använd|brug|bruk|publiser)\\s(?:ej|inte|ikke)\\b',
  '\\b(?:texten|artikeln|nyheten|saken|meldingen|historien|telegrammet|artiklen)\\b[^!]{0,200}(?:makuleras|spärrad|dras tillbaka|trekkes|tilbagekaldes|annulleres)',
  '(?:juttu|uutinen|juttua|uutista)(?!\\p{L})[^!]{0,200}(?:älkää käyttäkö|vedetään pois|peruutetaan)',
  '(?:기사|전문|제하)[^.]{0,120}(?:취소|삭제)(?:합니다|하오니|하니|해\\s?주|바랍니다)',
  '記事[^。]{0,120}(?:取り消し|使用しないで)',
  '(?:просим|просьба)[^.]{0,80}(?:аннулировать|не использовать)',
  '请勿(?:使用|采用)|予以撤稿|停止使用(?:该|此)稿',
].map((words) => new RegExp(words, 'iu'));

/** What takes an earlier version's place is no kill: the new copy is there to be used. */
const REPLACES =
  /annule et remplace|\breplac(?:es?|ing|ed)\b|\bersetzt\b|\bremplace\b|\bsustituye\b|\bsostituisce\b|\bvervangt\b|\berstatter\b|\bersätter\b|대체/iu;

export const isKillHeadline = (headline: string): boolean =>
  HEADLINE.test(headline) || BRACKETED.test(headline.trim());

export const isKillSlug = (slugline: string): boolean =>
  SLUGLINE.test(slugline) && SLUGLINE_CAPITALS.test(slugline);

/** A headline that speaks to editors, not to readers: only there an order may be a sentence. */
export const isOrderInHeadline = (headline: string): boolean =>
  /^\W{0,6}(?:achtung|attention|attn|eds?\b|editors|avis)|(?<!\p{L})[a-z]{1,5}\d{3,5}(?!\p{N})/iu.test(
    headline,
  ) && ordersKill(headline);

/** Whether a line to editors orders that another story, or the one that it stands over, must not be used. */
export const ordersKill = (line: string): boolean =>
  !REPLACES.test(line) && ORDERS.some((order) => order.test(line));

/** A slug or headline without the word that makes it a kill. */
export const withoutKill = (line: string): string =>
  line
    .replace(
      /^[^\p{L}\p{N}]*(?:(?:MANDATORY|BULLETIN|URGENT|FLASH|Mandatory|Bulletin)[ -]){0,2}\p{Lu}{4,16}(?: TILBAKE| WITHDRAWN)?\s{0,3}[-–—:/,.=+>)\]]\s*(?=\S)/u,
      (mark) => (HEADLINE.test(mark.trim()) ? '' : mark),
    )
    .replace(/^\s*[[(<【〈][^\])>】〉]{2,20}[\])>】〉]\s*/u, (mark) =>
      BRACKETED.test(mark.trim()) ? '' : mark,
    )
    .replace(/\s{0,3}[-,]?\s?[[(]?(?:(?:mandatory|bulletin)[ -])?kill[\])]?$/iu, '')
    .replace(/^[+\s]+|[+\s=]+$/gu, '')
    .trim();
