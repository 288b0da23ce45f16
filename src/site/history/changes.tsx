import type { ParagraphChange, WordRun } from '#document/compare.ts';
import type { Words } from '#ui/words.ts';
import { toStretches } from './stretches.ts';

type Props = { headline?: WordRun[]; paragraphs: ParagraphChange[]; words: Words };

/** What one revision changed, word by word; what it left alone is folded away. */
export function Changes({ headline, paragraphs, words }: Props) {
  const stretches = toStretches(paragraphs);
  if (!headline && !stretches.some((stretch) => stretch.changed))
    return <p className="furniture">{words.sameText}</p>;
  return (
    <div className="changes">
      {headline &&
        readable(headline).map((runs, at) => (
          <p key={at} className={runs.length > 1 ? 'was' : 'was whole'}>
            {toMarkup(runs, words)}
          </p>
        ))}
      {stretches.map(({ changed, paragraphs: shown }, at) => {
        const texts = shown.map((paragraph, number) => (
          <p key={number} className={WHOLE[paragraph.kind]}>
            {toMarkup(toRuns(paragraph), words)}
          </p>
        ));
        if (changed) return texts;
        return (
          <details key={at}>
            <summary>{words.unchanged(shown.length)}</summary>
            {texts}
          </details>
        );
      })}
    </div>
  );
}

/** A paragraph that was put in or taken out as a whole is marked beside it, not under every word. */
const WHOLE: Partial<Record<ParagraphChange['kind'], string>> = { added: 'whole', removed: 'whole' };

/** Where less than this share of a headline stayed, both are shown whole: word by word nobody could read either. */
const ENOUGH_IN_COMMON = 0.6;

function readable(runs: WordRun[]): WordRun[][] {
  const textOf = (...kinds: WordRun['kind'][]) =>
    runs.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('');
  const before = textOf('same', 'removed');
  const after = textOf('same', 'added');
  if (textOf('same').length >= ENOUGH_IN_COMMON * Math.max(before.length, after.length)) return [runs];
  return [[{ kind: 'removed', text: before }], [{ kind: 'added', text: after }]];
}

const toRuns = (paragraph: ParagraphChange): WordRun[] =>
  paragraph.kind === 'changed' ? paragraph.runs : [{ kind: paragraph.kind, text: paragraph.text }];

const ELEMENTS = { added: 'ins', removed: 'del' } as const;

/** Screen readers do not announce `ins` and `del`: a hidden word does. */
const toMarkup = (runs: WordRun[], words: Words) =>
  runs.map(({ kind, text }, at) => {
    if (kind === 'same') return text;
    const Element = ELEMENTS[kind];
    return (
      <Element key={at}>
        <span className="hidden">{kind === 'added' ? words.insertedStart : words.deletedStart}</span>
        {text}
      </Element>
    );
  });
