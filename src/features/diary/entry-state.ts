import { type DaySpan, type EventTime, PRECISIONS, toSpan } from './day-span.ts';
import { entryTitle } from './entry-title.ts';

export type MentionRole = 'announces' | 'moves' | 'happened' | 'cancelled';
export type EntryOutcome = 'happened' | 'moved' | 'cancelled';

/** A sentence of an article that readers can see, as it tells of an entry. */
export type Mention = {
  role: MentionRole;
  articleId: number;
  path: string;
  headline: string;
  sectionId: number;
  /** Name of the article's first topic. */
  topic?: string;
  toldAt: Date;
  /** The article's text has it now; otherwise only its history does. */
  current: boolean;
  sentence: string;
  what: string;
  who: string[];
  place?: string;
  when: EventTime;
  certain: boolean;
};

/** What an editor said of an entry. */
export type EditorsWord = {
  confirmed: boolean;
  struck: boolean;
  what?: string;
  when?: EventTime;
  outcome?: EntryOutcome;
  /** The article that shows the outcome, where readers can see it. */
  outcomeArticle?: { id: number; path: string; headline: string };
};

/** An entry as readers may see it: all of its words are an editor's or of articles that are visible. */
export type EntryState = {
  status: 'planned' | EntryOutcome;
  title: string;
  place?: string;
  when: EventTime;
  span: DaySpan;
  /** The time that was announced before it was moved. */
  movedFrom?: EventTime;
  announced: Mention;
  /** Other articles that announced it. */
  alsoAnnounced: Mention[];
  /** The sentence that shows what came of it. */
  reported?: Mention;
  outcomeArticle?: { id: number; path: string; headline: string };
  /** An editor said so, or the sentence takes it for settled. */
  certain: boolean;
};

const rank = (span: DaySpan): number => PRECISIONS.indexOf(span.precision);

/**
 * What an entry is, by the sentences that readers can see, and an editor's word over all of them; undefined where nothing visible
 * announces it or an editor struck it. The newest move gives the day, else the most exact announcement, the newest of equals.
 */
export function stateOf(
  mentions: readonly Mention[],
  editor: EditorsWord,
  language: string,
): EntryState | undefined {
  const told = mentions.toSorted((a, b) => a.toldAt.getTime() - b.toldAt.getTime());
  const announcing = told.filter(({ role }) => role === 'announces' || role === 'moves');
  const announced = chooseAnnouncement(announcing);
  const when = editor.when ?? announced?.when;
  const span = when && toSpan(when);
  if (editor.struck || !announced || !when || !span) return undefined;
  const last = told.findLast(({ role }) => role !== 'announces');
  const status = editor.outcome ?? statusOf(last);
  const before = announcing.filter(({ role }) => role === 'announces').at(-1);
  const movedFrom =
    status === 'moved' && before && before.when.value !== when.value ? before.when : undefined;
  const reported = status === 'planned' || (editor.outcome && statusOf(last) !== status) ? undefined : last;
  return {
    status,
    title: editor.what ?? entryTitle(announced, language),
    ...(announced.place && { place: announced.place }),
    when,
    span,
    ...(movedFrom && { movedFrom }),
    announced: status === 'moved' && before ? before : announced,
    alsoAnnounced: othersOf(announcing, announced, reported),
    ...(reported && { reported }),
    ...(editor.outcomeArticle && { outcomeArticle: editor.outcomeArticle }),
    certain: editor.confirmed || announced.certain,
  };
}

const statusOf = (last: Mention | undefined): EntryState['status'] =>
  !last || last.role === 'announces' ? 'planned' : last.role === 'moves' ? 'moved' : last.role;

function chooseAnnouncement(announcing: readonly Mention[]): Mention | undefined {
  const move = announcing.findLast(({ role }) => role === 'moves');
  if (move) return move;
  return announcing.reduce<Mention | undefined>((best, one) => {
    const [span, bestSpan] = [toSpan(one.when), best && toSpan(best.when)];
    return span && (!bestSpan || rank(span) <= rank(bestSpan)) ? one : best;
  }, undefined);
}

const othersOf = (
  announcing: readonly Mention[],
  announced: Mention,
  reported: Mention | undefined,
): Mention[] =>
  announcing.filter(
    (one) =>
      one.role === 'announces' &&
      one.articleId !== announced.articleId &&
      one.articleId !== reported?.articleId,
  );

/** Whether the time of an entry is over and nothing tells what came of it. */
export const isOpen = ({ status, span }: Pick<EntryState, 'status' | 'span'>, today: number): boolean =>
  (status === 'planned' || status === 'moved') && span.last < today;
