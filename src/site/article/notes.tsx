import type { Note } from '#document/annotations.ts';

/** What can be called up in the text, apart from it: so the text stays whole where it is copied, read out or found. */
export const Notes = ({ notes }: { notes: Note[] }) =>
  notes.length > 0 && (
    <div className="notes">
      {notes.map(({ id, text }) => (
        <span key={id} id={id} popover="auto">
          {text}
        </span>
      ))}
    </div>
  );
