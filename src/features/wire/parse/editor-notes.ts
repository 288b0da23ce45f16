import type { Block, Document } from '#document/document.ts';
import { inlineText, textBlocks } from '#document/text-blocks.ts';

/** A heading or rule line after which everything to the end is for editors. */
const NOTE_SECTION =
  /^(?:notizblock|redaktionelle hinweise|hinweise? (?:an|für) die redaktion(?:en)?|notepad|editor'?s'? notepad|note(?:s)? aux? rédactions?|nota a (?:los editores|las redacciones)|meta-?informationen)$/i;

/** Titles that mean the same on a wire, and may be meant for readers elsewhere. */
const WIRE_SECTION = /^(?:editorial notes?|notes? (?:to|for) editors|editors'? notes?)$/i;

/** The beginnings of a paragraph that speaks to editors. */
const NOTE_START =
  /^[([*_\-–— ]{0,6}(?:editors(?:' note)?\s?[:,-]|eds\s?[.:]|attn\.? editors|attention[,:]? editors|note to editors|notes? for editors|editors note\s?:|(?:nicht|not) (?:zur|for) (?:veröffentlichung|publication)|achtung,? redaktion|hinweis(?:e)? an (?:die )?redaktion|redaktion(?:eller hinweis)?\s?:|autor\/in\s?:|desk\s?:|advisory\s?:|a los editores|aux rédactions\s?:|die folgenden informationen sind nicht zur veröffentlichung)/i;

/** dpa's closing line: the service, then short lower-case codes of who wrote and read it. */
const CLOSING_LINE = /^(?:dpa|sid|apa|sda)(?:[ /-][a-z0-9]{1,4}){2,8}$/;

/** Writers and editors by their initials, as French and Nordic desks sign their copy: "bur-abc/de/fgh". */
const SIGNATURE = /^(?:\p{Ll}{2,5}-)?\p{Ll}{2,5}(?:\/\p{Ll}{2,5}){1,5}$/u;

/**
 * What in a wire's body speaks to editors, taken out of it: paragraphs that begin "EDITORS:", sections such as dpa's
 * "Notizblock" with all that follows them, closing lines. In copy that was published already (`wireCopy` false) only
 * sections and paragraphs that no reader was meant to see are taken.
 */
export function takeEditorNotes(body: Document, wireCopy: boolean): { body: Document; notes: string[] } {
  const kept: Block[] = [];
  const notes: string[] = [];
  let rest = false;
  for (const block of body.content) {
    const text = blockText(block);
    if (!rest && (NOTE_SECTION.test(bare(text)) || (wireCopy && WIRE_SECTION.test(bare(text))))) rest = true;
    if (rest || isNote(text, block, wireCopy)) notes.push(text);
    else kept.push(block);
  }
  const last = kept.at(-1);
  if (wireCopy && kept.length > 1 && last?.type === 'paragraph' && SIGNATURE.test(blockText(last))) {
    kept.pop();
    notes.push(blockText(last));
  }
  if (notes.length === 0) return { body, notes };
  return { body: { type: 'doc', content: kept }, notes: notes.filter((note) => note !== '') };
}

function isNote(text: string, block: Block, wireCopy: boolean): boolean {
  if (block.type === 'figure' || block.type === 'table') return false;
  if (NOTE_START.test(text))
    return wireCopy || /^[([*_\-–— ]{0,6}(?:EDITORS|EDS|ATTN|ATTENTION)\b/.test(text);
  return wireCopy && text.length < 60 && CLOSING_LINE.test(text);
}

const blockText = (block: Block): string =>
  block.type === 'paragraph' || block.type === 'heading'
    ? inlineText(block.content ?? []).trim()
    : textBlocks({ type: 'doc', content: [block] })
        .map((one) => one.text)
        .join('\n')
        .trim();

/** A title without the marks around it: "--- Redaktionelle Hinweise ---", "## Notizblock". */
const bare = (text: string): string =>
  text.length > 90
    ? text
    : text
        .replace(/^[#*=_\-–—\s[(]{1,12}/, '')
        .replace(/[#*=_\-–—\s:\])]{1,12}$/, '')
        .trim();
