import { type Sentence, splitSentences } from './sentences.ts';
import { type Token, tokenise } from './tokens.ts';

/** What every reading shares: the text with its tokens, its sentences, and what stands inside quotation marks. */
export type Analysis = {
  text: string;
  tokens: readonly Token[];
  sentences: readonly Sentence[];
  /** For each token the index of its sentence; a break belongs to none (-1). */
  sentenceOf: Int32Array;
  /** 1 for each token inside double quotation marks; a paragraph's end closes what was left open. */
  quoted: Uint8Array;
};

function mapSentences(count: number, sentences: readonly Sentence[]): Int32Array {
  const sentenceOf = new Int32Array(count).fill(-1);
  sentences.forEach((sentence, index) => {
    sentenceOf.fill(index, sentence.from, sentence.to);
  });
  return sentenceOf;
}

function isOpening(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    !before || before.kind === 'break' || before.end < (tokens[at]?.start ?? 0) || '([—–'.includes(before.low)
  );
}

/**
 * Marks what is quoted. Straight marks open or close by the space around them; a closing mark whose opening one was lost
 * leaves what stands before it unquoted here.
 */
function markQuoted(tokens: readonly Token[]): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  let open = false;
  tokens.forEach((token, at) => {
    if (token.kind === 'break') open = false;
    else if (token.low === '“') open = true;
    else if (token.low === '”') open = false;
    else if (token.low === '"') open = !open && isOpening(tokens, at);
    else if (open) quoted[at] = 1;
  });
  return quoted;
}

/** Takes a text apart once, for all readings. Any string will do, lone surrogates included. */
export function analyse(text: string): Analysis {
  const tokens = tokenise(text);
  const sentences = splitSentences(tokens);
  return {
    text,
    tokens,
    sentences,
    sentenceOf: mapSentences(tokens.length, sentences),
    quoted: markQuoted(tokens),
  };
}
