import { Time } from '#ui/when.tsx';
import type { Words } from '#ui/words.ts';
import type { CorrectionNote } from './article.props.ts';

/** Over the text: that it was changed after it was read, how, and where to see the change itself. */
export const Notice = ({
  note,
  words,
  historyHref,
}: {
  note: CorrectionNote;
  words: Words;
  historyHref: string;
}) => (
  <p className="notice">
    <b>{words.kinds[note.kind]} — </b>
    {note.text}
    <span className="furniture">
      <Time at={note.when} /> · <a href={historyHref}>{words.whatChanged}</a>
    </span>
  </p>
);
