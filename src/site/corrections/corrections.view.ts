import { listCorrections } from '#features/articles/articles.ts';
import { printedQuotes } from '#lib/quotes.ts';
import { type ListCursor, toCursorText } from '../cursor.ts';
import { editionDates, editionWords } from '../edition-words.ts';
import { toListFrame } from '../list-frame.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';
import { toCorrectionNote } from './correction-note-view.ts';
import type { CorrectionsDay, CorrectionsProps } from './corrections.props.ts';

const PAGE_SIZE = 50;

export async function loadCorrectionsView(
  context: EditionContext,
  before: ListCursor | undefined,
): Promise<{ props: CorrectionsProps; keys: string[] }> {
  const { edition } = context;
  const words = editionWords(edition);
  const dates = editionDates(edition);
  const found = await listCorrections(context.db, edition.code, {
    limit: PAGE_SIZE + 1,
    before: before && { published_at: before.visible_from, id: before.id },
  });
  const rows = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? rows.at(-1) : undefined;
  const days = new Map<string, CorrectionsDay>();
  for (const row of rows) {
    const iso = dates.isoDay(row.published_at);
    const entry = {
      ...toCorrectionNote(context, row),
      href: encodeURI(row.path),
      headline: printedQuotes(row.headline, context.edition.language),
    };
    const day = days.get(iso);
    if (day) day.entries.push(entry);
    else days.set(iso, { day: { iso, label: dates.weekday(row.published_at).label }, entries: [entry] });
  }
  const path = `${edition.prefix}/corrections`;
  const older = last && toCursorText({ visible_from: last.published_at, id: last.id });
  const frame = toListFrame(context, {
    name: words.corrections,
    description: words.correctionsDeck,
    path,
    before,
    older,
  });
  const props = { ...frame, days: [...days.values()] };
  return { props, keys: [`edition:${edition.code}`, ...articleKeys(rows)] };
}
