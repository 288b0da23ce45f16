import { type DiaryEntry, entryKey, toIsoDay, whatHappensNext } from '#features/diary/diary.ts';
import { printedQuotes } from '#lib/quotes.ts';
import { todayIn } from '../diary/diary.view.ts';
import { diaryWords } from '../diary/diary-words.ts';
import { entryHref } from '../diary/week-address.ts';
import { whenLabel } from '../diary/when-words.ts';
import { toLanguage } from '../edition-words.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';
import type { NextProps } from './what-happens-next.tsx';

const SHOWN = 5;

/** What is planned next by an article and under its topics, and what a page that shows it depends on. One query. */
export async function loadWhatHappensNext(
  context: EditionContext,
  articleId: number,
): Promise<{ next: NextProps; keys: string[] }> {
  const { edition, db } = context;
  const entries = await whatHappensNext(db, edition, { articleId, today: todayIn(context), limit: SHOWN });
  const words = diaryWords(toLanguage(edition.language));
  return {
    next: {
      title: words.next,
      entries: entries.map((entry) => toNext(context, entry)),
      diary: { href: `${edition.prefix}/diary`, label: words.wholeDiary },
    },
    keys: [
      ...entries.map(({ id }) => entryKey(id)),
      ...articleKeys(entries.map(({ announced }) => ({ id: announced.articleId }))),
    ],
  };
}

const toNext = ({ edition }: EditionContext, entry: DiaryEntry): NextProps['entries'][number] => ({
  href: entryHref(edition.prefix, entry),
  title: printedQuotes(entry.title, edition.language),
  when: {
    iso: entry.span.precision === 'day' ? toIsoDay(entry.span.first) : '',
    label: whenLabel(entry.when, toLanguage(edition.language)) ?? '',
  },
});
