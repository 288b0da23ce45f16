import type { Document } from '#document/document.ts';
import { toText } from '#document/to-text.ts';
import { NEVER } from '#features/stories/stories.ts';
import { readRecord, type TextRecord } from '#record/read-record.ts';
import { RECORD_VERSION } from '#record/record.ts';
import type { RevisionKind } from './articles.tables.ts';

/** A revision as its text is read. `zone` and `language` are those of the edition and the article. */
export type RevisionToRead = {
  number: number;
  kind: RevisionKind;
  body: Document;
  language: string;
  zone: string;
  published_at: Date;
  written_at: Date;
};

/** What was read of a revision: the record, the text that it is over, and the moment that its days are counted from. */
export type RevisionReading = { number: number; as_of: Date; record: TextRecord; text: string };

/** To correct a text is not to say it again: its "Wednesday" stays the one that was meant. */
const REPEATS: ReadonlySet<RevisionKind> = new Set(['correction', 'clarification', 'retraction']);

/**
 * Reads a revision. `before` is what was read of the one before it: a correction keeps its days, and so does, in an update,
 * every paragraph that stands as it was.
 */
export function readRevision(revision: RevisionToRead, before?: RevisionReading): RevisionReading {
  const { number, kind, body, language, zone } = revision;
  const text = toText(body);
  const as_of = before && REPEATS.has(kind) ? before.as_of : saidAt(revision);
  const record = readRecord(text, { published: as_of, zone, language });
  const kept = before && !REPEATS.has(kind) ? keepTimes(before, { text, record }) : record;
  return { number, as_of, record: kept, text };
}

/** An embargo without an end tells nothing of the day. */
const saidAt = ({ published_at, written_at }: RevisionToRead): Date =>
  published_at.getTime() === NEVER.getTime() ? written_at : published_at;

type Span = { start: number; end: number };
type Paragraph = Span & { text: string };

function paragraphsOf(text: string): Paragraph[] {
  let start = 0;
  return text.split('\n\n').map((paragraph) => {
    const found = { start, end: start + paragraph.length, text: paragraph };
    start = found.end + 2;
    return found;
  });
}

/** A paragraph that an update left alone was not written on its day: its times and plans are those that were read before. */
function keepTimes(before: RevisionReading, after: { text: string; record: TextRecord }): TextRecord {
  if (before.record.version !== RECORD_VERSION) return after.record;
  const old = new Map(paragraphsOf(before.text).map((paragraph) => [paragraph.text, paragraph]));
  const kept = <T extends Span>(was: T[], is: T[], paragraph: Paragraph): T[] => {
    const same = old.get(paragraph.text);
    if (!same) return within(is, paragraph);
    const shift = paragraph.start - same.start;
    return within(was, same).map((find) => ({ ...find, start: find.start + shift, end: find.end + shift }));
  };
  const paragraphs = paragraphsOf(after.text);
  return {
    ...after.record,
    times: paragraphs.flatMap((one) => kept(before.record.times, after.record.times, one)),
    events: paragraphs.flatMap((one) => kept(before.record.events, after.record.events, one)),
  };
}

const within = <T extends Span>(finds: T[], { start, end }: Paragraph): T[] =>
  finds.filter((find) => find.start >= start && find.end <= end);
