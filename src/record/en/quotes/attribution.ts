import type { Analysis } from '../../analysis.ts';
import type { Token } from '../../tokens.ts';
import { isPastForm } from '../past-forms.ts';
import { isSayingToken, isSayingVerb } from '../saying.ts';
import { isNameWord } from './name-words.ts';
import type { QuotedSpan } from './quoted-spans.ts';
import { type SpeakerWords, subjectAfter, subjectBefore } from './subject.ts';

/** Who says a quotation, and by which pattern that was found. */
export type Attribution = { words: SpeakerWords; rule: string; confidence: number };

/** How far from a quotation its verb may stand, in tokens. */
const REACH = 40;

const isGerund = (low: string): boolean =>
  /^(saying|adding|writing|telling|calling|noting|warning|stating|claiming|arguing|insisting|reporting|explaining|describing|asking|declaring|tweeting)$/.test(
    low,
  );

/** Verbs and nouns that go with quoted fragments: "highlighted the …", "called it …". */
const FRAGMENT_VERBS = new Set(
  `called calls call described describes agreed highlighted expressed praised criticised criticized condemned denounced labelled labeled dubbed hailed
blamed accused cited pledged offered sought urged thanked welcomed branded characterised characterized referred slammed rejected dismissed
recommended demanded defended questioned referring concluded concludes call found recommending reads read`.split(
    /\s+/,
  ),
);
const isFragmentVerb = (low: string): boolean =>
  FRAGMENT_VERBS.has(low) || isSayingVerb(low) || isGerund(low);

const isStop = (low: string): boolean => /^[.!?;\n]$/.test(low);

/** Whether the quoted words end as speech before its verb does: with a comma, a question or exclamation mark, or a dash. */
function leadsOn({ tokens }: Analysis, { to }: QuotedSpan): boolean {
  const [last, after] = [tokens[to - 1]?.low ?? '', tokens[to + 1]?.low ?? ''];
  return /^[,?!…—–-]$/.test(last) || after === ',' || after === '—' || after === '–';
}

/** '"…," X said', '"…," said X', '"…", according to X', '"…" - X'. */
export function attributedAfter(analysis: Analysis, span: QuotedSpan): Attribution | undefined {
  const { tokens, quoted } = analysis;
  let from = span.to + 1;
  if (tokens[from]?.low === ',') from++;
  if (/^[-—–]$/.test(tokens[from]?.low ?? '')) {
    const words = subjectAfter(analysis, from + 1, from + 12);
    const ends = words && (tokens[words.to]?.kind === 'break' || words.to >= tokens.length);
    if (ends) return { words, rule: 'quote-signature', confidence: 0.7 };
    from++;
  }
  let last = from;
  while (
    last - from < REACH &&
    tokens[last] &&
    !isStop(tokens[last]?.low ?? '') &&
    !quoted[last] &&
    !/^["“]$/.test(tokens[last]?.low ?? '')
  )
    last++;
  if (tokens[from]?.low === 'according' && tokens[from + 1]?.low === 'to') {
    const words = subjectAfter(analysis, from + 2, last);
    return words && { words, rule: 'quote-according-to', confidence: 0.9 };
  }
  return leadsOn(analysis, span) ? saidAfter(analysis, from, last) : undefined;
}

/** Any verb in the past between a quotation and a speaker: '"…," shrugged one voter'. */
const isVoiced = (verb: Token | undefined, next: Token | undefined): boolean =>
  verb?.kind === 'word' &&
  verb.text === verb.low &&
  isPastForm(verb.low) &&
  next?.kind === 'word' &&
  (next.text !== next.low || /^(the|a|an|one|another|his|her)$/.test(next.low));

function saidAfter(analysis: Analysis, from: number, last: number): Attribution | undefined {
  const { tokens } = analysis;
  const inverted = isSayingToken(tokens[from]) || isVoiced(tokens[from], tokens[from + 1]);
  if (inverted) {
    const words = subjectAfter(analysis, from + 1, last);
    return words && { words, rule: 'quote-said-x', confidence: 0.95 };
  }
  for (let at = from + 1; at < last; at++) {
    const quotedAs = isQuotedAs(analysis, at);
    if (!isSayingToken(tokens[at]) && !quotedAs) continue;
    const words = subjectBefore(analysis, at, from);
    return words && { words, rule: quotedAs ? 'quote-x-quoted-as' : 'quote-x-said', confidence: 0.95 };
  }
  return undefined;
}

/** "was quoted as saying": the verb that its subject goes with. */
const isQuotedAs = ({ tokens }: Analysis, at: number): boolean =>
  /^(quoted|cited)$/.test(tokens[at]?.low ?? '') &&
  tokens[at + 1]?.low === 'as' &&
  tokens[at + 2]?.low === 'saying';

/** 'X said: "…"', 'X said the "…" was', 'According to X, "…"', within the sentence of the quotation. */
export function attributedBefore(analysis: Analysis, span: QuotedSpan): Attribution | undefined {
  const { tokens, sentences, sentenceOf, quoted } = analysis;
  const first = sentences[sentenceOf[span.from] ?? -1]?.from ?? span.from;
  const stop = Math.max(first, span.from - REACH);
  for (let at = span.from - 2; at >= stop; at--) {
    const low = tokens[at]?.low ?? '';
    if (quoted[at]) continue;
    if (low === 'to' && tokens[at - 1]?.low === 'according') {
      const words = subjectAfter(analysis, at + 1, span.from - 1);
      if (words) return { words, rule: 'according-to-quote', confidence: 0.85 };
    }
    if (low === 'of' && tokens[at - 1]?.low === 'words') {
      const words = subjectAfter(analysis, at + 1, span.from - 1);
      if (words) return { words, rule: 'in-the-words-of', confidence: 0.9 };
    }
    if (isQuotedAs(analysis, at)) {
      const words = subjectBefore(analysis, at, first);
      if (words) return { words, rule: 'x-quoted-as', confidence: 0.9 };
    }
    if (!isFragmentVerb(low) || /^(to|-|as)$/.test(tokens[at - 1]?.low ?? '')) continue;
    const words = isGerund(low) ? gerundSubject(analysis, at, first) : subjectBefore(analysis, at, first);
    if (words) return { words, rule: 'x-said-quote', confidence: isSayingVerb(low) ? 0.9 : 0.75 };
  }
  return undefined;
}

/** "X resigned, saying": who the clause before it is about; "with one poster writing": the words beside it. */
function gerundSubject(analysis: Analysis, at: number, first: number): SpeakerWords | undefined {
  const { tokens } = analysis;
  if (tokens[at - 1]?.low !== ',')
    return subjectBefore(analysis, at, first) ?? sentenceSubject(analysis, first, at);
  return sentenceSubject(analysis, first, at);
}

/** The first noun phrase of a sentence, where it is a name or a pronoun or an article begins it. */
export function sentenceSubject(analysis: Analysis, first: number, last: number): SpeakerWords | undefined {
  return subjectAfter(analysis, first, Math.min(last, first + 10));
}

/** A verb of saying after a fragment in the same sentence: 'the "deep partnership" would last, X said'. */
export function attributedLater(analysis: Analysis, span: QuotedSpan): Attribution | undefined {
  const { tokens, sentences, sentenceOf, quoted } = analysis;
  const end = sentences[sentenceOf[span.to] ?? -1]?.to ?? span.to;
  for (let at = span.to + 2; at < Math.min(end, span.to + REACH); at++) {
    if (quoted[at] || !isSayingToken(tokens[at])) continue;
    const words = subjectBefore(analysis, at, span.to + 1);
    if (words) return { words, rule: 'fragment-x-said', confidence: 0.7 };
  }
  return undefined;
}

/** "issued a statement": as good as a verb of saying; the token of its verb. */
function statementVerb({ tokens }: Analysis, at: number): number | undefined {
  if (!/^(statement|letter|response|apology)$/.test(tokens[at]?.low ?? '')) return undefined;
  for (let verb = at - 1; verb > at - 5; verb--)
    if (/^(issued|issues|released|releases|published|posted|read|sent|made)$/.test(tokens[verb]?.low ?? ''))
      return verb;
  return undefined;
}

/** Who the last sentence before a quotation has speaking: 'X said he was alarmed. "…"'. */
export function attributedBySentence(analysis: Analysis, sentence: number): Attribution | undefined {
  const { tokens, sentences, quoted } = analysis;
  const before = sentences[sentence];
  if (!before) return undefined;
  for (let at = before.from + 1; at < Math.min(before.to, before.from + REACH); at++) {
    const statement = quoted[at] ? undefined : statementVerb(analysis, at);
    const verb =
      statement ??
      (!quoted[at] && isSayingToken(tokens[at]) && tokens[at - 1]?.low !== 'to' ? at : undefined);
    const words = verb === undefined ? undefined : subjectBefore(analysis, verb, before.from);
    if (words) return { words, rule: 'sentence-before', confidence: 0.65 };
  }
  return undefined;
}

/** 'X stated:' or 'X put it this way:', at the end of the paragraph before or of the words before the marks. */
export function attributedByColon(analysis: Analysis, span: QuotedSpan): Attribution | undefined {
  const { tokens, sentences, sentenceOf } = analysis;
  const broken = tokens[span.from - 2]?.kind === 'break';
  const colon = broken ? span.from - 3 : span.from - 2;
  const mark = tokens[colon]?.low ?? '';
  if (mark !== ':' && !(broken && mark === ',')) return undefined;
  const sentence = sentences[sentenceOf[colon] ?? -1];
  if (!sentence) return undefined;
  for (let at = colon - 1; at > Math.max(sentence.from, colon - REACH); at--) {
    if (analysis.quoted[at] || !isFragmentVerb(tokens[at]?.low ?? '')) continue;
    const words = subjectBefore(analysis, at, sentence.from);
    if (words) return { words, rule: 'x-said-colon', confidence: 0.9 };
  }
  const words = sentenceSubject(analysis, sentence.from, colon);
  return words && isNameWord(tokens[words.to - 1]) ? { words, rule: 'x-colon', confidence: 0.7 } : undefined;
}
