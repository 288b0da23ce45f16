import {
  type Annotation,
  type Note,
  type PlacedAnnotations,
  placeAnnotations,
} from '#document/annotations.ts';
import type { Document } from '#document/document.ts';
import { isSureSpeaker } from '#features/articles/articles.ts';
import type { RecordQuote, RecordTime, TextRecord } from '#record/read-record.ts';
import type { Language } from '#ui/words.ts';
import { toDatetime } from './html-time.ts';
import { toTimeNote } from './time-note.ts';

/** A time below this is counted from another one or was chosen between two: it stays plain text. From here on 98 % are right in news. */
const SURE_TIME = 0.8;
/** The words of a note's control stay on one line, so they must fit on that of a phone. */
const LONGEST_CONTROL = 30;

export type Marks = { annotations: PlacedAnnotations; notes: Note[] };

/** What a text's record adds to it on the page: times and quotations in their places, and the notes that can be called up there. */
export function toMarks(body: Document, record: TextRecord, language: Language): Marks {
  const keep = makeNotes();
  const spoken = record.quotes.filter((quote) => isSureSpeaker(quote, record));
  const annotations = placeAnnotations(body, [
    ...record.times.filter(isSureTime).flatMap((time) => toTime(time, language, keep)),
    ...spoken.flatMap(toQuotation),
    ...spoken.flatMap((quote) => toSpeaker(quote, record, keep)),
  ]);
  const used = new Set(
    [...annotations.values()].flat().flatMap((one) => ('note' in one ? one.note?.id : [])),
  );
  return { annotations, notes: keep.all().filter(({ id }) => used.has(id)) };
}

type KeepNote = { (text: string): Note; all: () => Note[] };

/** One note for all that say the same. */
function makeNotes(): KeepNote {
  const notes = new Map<string, Note>();
  const keep = (text: string): Note => {
    const note = notes.get(text) ?? { id: `note-${notes.size + 1}`, text };
    notes.set(text, note);
    return note;
  };
  return Object.assign(keep, { all: () => [...notes.values()] });
}

const isSureTime = ({ confidence, type }: RecordTime): boolean =>
  confidence >= SURE_TIME && (type === 'DATE' || type === 'TIME');

function toTime(time: RecordTime, language: Language, keep: KeepNote): Annotation[] {
  const { start, end } = time;
  const datetime = toDatetime(time);
  const text = end - start > LONGEST_CONTROL ? undefined : toTimeNote(time, language);
  if (datetime === undefined && text === undefined) return [];
  return [{ type: 'time', start, end, ...(datetime && { datetime }), ...(text && { note: keep(text) }) }];
}

const toQuotation = ({ start, end, speaker, attribution }: RecordQuote): Annotation[] =>
  speaker === null ? [] : [{ type: 'quote', start, end, speaker, footing: attribution }];

/** Who "Carter" or "the minister" is, where the words beside the quotation do not say it. */
function toSpeaker(quote: RecordQuote, { entities }: TextRecord, keep: KeepNote): Annotation[] {
  const { speaker, speaker_start: start, speaker_end: end, attribution } = quote;
  if (speaker === null || start === null || end === null || attribution !== 'named') return [];
  const inWords = entities.find((one) => one.name === speaker && one.start >= start && one.end <= end);
  const saysAll = inWords?.text === speaker || end - start >= speaker.length;
  if (saysAll || end - start > LONGEST_CONTROL) return [];
  const role = entities.find((one) => one.name === speaker && one.role !== undefined)?.role;
  return [{ type: 'speaker', start, end, note: keep(role ? `${speaker}, ${role}` : speaker) }];
}
