import type { Block, Document } from '#document/document.ts';
import { toText } from '#document/to-text.ts';
import { saysEmbargo } from './embargo-words.ts';

/** What comes after the words of a mail: a signature, a client's advertisement, the small print of a legal department. */
const FOOTER =
  /^(?:sent from my |von meinem .{2,30} gesendet|gesendet (?:mit|von) |envoyé (?:de|depuis) mon |get outlook for|this (?:e-?mail|message|communication|transmission)\b.{0,80}\b(?:confidential|intended|privileged|contain)|the (?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message|communication)|(?:if you are not|sollten sie nicht) (?:the|der|die) (?:intended|richtige|vorgesehene)|confidentiality (?:notice|note)|disclaimer\b|diese (?:e-?mail|nachricht) (?:enthält|ist) .{0,60}(?:vertraulich|bestimmt)|ce (?:message|courriel|mail)\b.{0,80}confidentiel|este (?:mensaje|correo)\b.{0,80}confidencial|questo messaggio\b.{0,80}riservat|please (?:consider the environment|think before printing)|virus-free\b|to unsubscribe|unsubscribe\b|you (?:are receiving|received) this|click here to unsubscribe|vom newsletter abmelden|abmelden\b|se désabonner|manage (?:your )?(?:preferences|subscription)|view (?:this (?:e-?mail|message) )?(?:in|online)|im browser (?:ansehen|öffnen)|copyright ©|registered (?:office|in england)|sitz der gesellschaft|amtsgericht\b)/iu;
const SIGNATURE = /^(?:--|—|_{5,})\s*$/;
const REPLY =
  /^(?:on .{6,120} wrote\s?:|am .{6,120} schrieb.{0,80}:|le .{6,120} a écrit\s?:|el .{6,120} escribió\s?:|il .{6,120} ha scritto\s?:|-{3,}\s?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original)\s?-{3,})/iu;
const FORWARD =
  /^(?:begin forwarded message\s?:|-{3,}\s{0,3}(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado)(?: .{0,40})?\s{0,3}-{3,}|anfang der weitergeleiteten nachricht\s?:|début du message (?:réexpédié|transféré)\s?:|inicio del mensaje reenviado\s?:)/iu;
const HEADER_LINE =
  /^\*?(from|von|de|da|to|an|à|a|para|cc|kopie|date|sent|datum|gesendet|envoyé|fecha|data|subject|betreff|objet|asunto|oggetto|reply-to|antwort an)\s?:\*?\s?(.{0,300})$/iu;
/** A press release's lines for editors. */
const RELEASE =
  /^[*\s_]{0,4}(?:for immediate release|press release|news release|media release|pressemitteilung|medienmitteilung|presseinformation|communiqué de presse|comunicado de prensa|comunicato stampa|zur sofortigen veröffentlichung|pour diffusion immédiate)[*\s_:!]{0,4}$/iu;
const END = /^(?:#{2,5}|\*{3}|-?\s?ends?\s?-?|-\s?30\s?-|# # #|-?\s?ende\s?-?|-\s?fin\s?-)$/iu;
const CONTACT =
  /^[*\s_]{0,4}(?:(?:media|press|news|editorial) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office)|contacts? (?:for|presse|média|stampa|de prensa)|pressekontakt|ansprechpartner(?:in)?|medienkontakt|kontakt für|for (?:more|further|additional) information,? (?:please )?(?:contact|call|visit)|für rückfragen|weitere informationen (?:bei|unter)|contact presse|notes? (?:to|for) editors)\b/iu;

export type MailCopy = { body: Document; ednotes: string[]; release: boolean; forwarded?: ForwardedHead };
export type ForwardedHead = { subject?: string; from?: string; date?: string };

/**
 * The copy in a mail's words: replies that are quoted, signatures, footers and the head of a forwarded message are left
 * out; lines of a press release that speak to editors, and lines that hold it back, become notes to editors.
 */
export function copyOfMail(document: Document): MailCopy {
  const copy: MailCopy = { body: document, ednotes: [], release: false };
  let blocks = afterForward(splitBreaks(document.content), copy);
  blocks = beforeEnd(blocks, (text) => REPLY.test(text) || SIGNATURE.test(text));
  const kept: Block[] = [];
  let rest = false;
  for (const [at, block] of blocks.entries()) {
    const text = wordsOf(block);
    if (RELEASE.test(text)) copy.release = true;
    if (kept.length > 0 && END.test(text)) rest = true;
    if (!rest && kept.length > 1 && CONTACT.test(text)) rest = true;
    if (rest && FOOTER.test(text)) break;
    if (FOOTER.test(text)) {
      // Above the copy it is one line; below it nothing of worth follows.
      if (kept.length > 1 || at > blocks.length / 2) break;
    } else if (/^>/.test(text)) continue;
    else if (rest || RELEASE.test(text) || (at < 8 && saysEmbargo(text))) copy.ednotes.push(text);
    else kept.push(block);
  }
  copy.ednotes = copy.ednotes.filter((note) => note !== '' && !END.test(note));
  copy.body = { type: 'doc', content: kept };
  return copy;
}

const wordsOf = (block: Block): string =>
  toText({ type: 'doc', content: [block] })
    .replace(/\s+/g, ' ')
    .trim();

/** Quoted lines and heads stand line by line; a paragraph with line breaks that begins so is looked at by its lines. */
function splitBreaks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph' || !block.content?.some(({ type }) => type === 'hardBreak'))
      return [block];
    const lines = toText({ type: 'doc', content: [block] }).split('\n');
    const special = lines.some(
      (line) =>
        HEADER_LINE.test(line) ||
        REPLY.test(line) ||
        FORWARD.test(line) ||
        SIGNATURE.test(line) ||
        /^>/.test(line) ||
        RELEASE.test(line) ||
        saysEmbargo(line),
    );
    if (!special) return [block];
    return lines
      .filter((line) => line.trim() !== '')
      .map((text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  });
}

/** What follows the head of a forwarded message: that message is the copy. */
function afterForward(blocks: Block[], copy: MailCopy): Block[] {
  const mark = blocks.findIndex((block) => FORWARD.test(wordsOf(block)));
  if (mark < 0) return blocks;
  const head: ForwardedHead = {};
  let at = mark + 1;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at];
    const found = block === undefined ? null : HEADER_LINE.exec(wordsOf(block));
    if (found === null) break;
    const [, name = '', value = ''] = found;
    if (/^(?:subject|betreff|objet|asunto|oggetto)$/i.test(name)) head.subject ??= value.trim();
    else if (/^(?:from|von|de|da)$/i.test(name)) head.from ??= value.trim();
    else if (/^(?:date|sent|datum|gesendet|envoyé|fecha|data)$/i.test(name)) head.date ??= value.trim();
  }
  copy.forwarded = head;
  for (const block of blocks.slice(0, mark)) copy.ednotes.push(wordsOf(block));
  return blocks.slice(at);
}

function beforeEnd(blocks: Block[], ends: (text: string) => boolean): Block[] {
  const at = blocks.findIndex((block, index) => index > 0 && ends(wordsOf(block)));
  return at < 0 ? blocks : blocks.slice(0, at);
}
