import { type DiaryEntry, isOpen, type Mention, toIsoDay } from '#features/diary/diary.ts';
import { printedQuotes } from '#lib/quotes.ts';
import type { When } from '#ui/when.tsx';
import type { Language } from '#ui/words.ts';
import { toLanguage } from '../edition-words.ts';
import type { Link } from '../layout/layout.props.ts';
import type { EditionContext } from '../site-context.ts';
import type { DiaryEntryProps, SaidProps } from './diary.props.ts';
import { diaryWords } from './diary-words.ts';
import { sentenceHref } from './sentence-link.ts';
import { shortDayLabel, whenLabel } from './when-words.ts';

/** How the entries of a group tell their time: under a day not at all, under a week by the day in the margin, elsewhere in words. */
export type MarginOf = 'none' | 'day' | 'words';

/** An entry as the diary prints it. `today`: in the edition's zone, as days since 1970. */
export function toEntryProps(
  { edition }: EditionContext,
  entry: DiaryEntry,
  { today, margin }: { today: number; margin: MarginOf },
): DiaryEntryProps {
  const language = toLanguage(edition.language);
  const inWords = margin === 'words' || (margin === 'day' && entry.span.precision !== 'day');
  const when = inWords ? whenLabel(entry.when, language) : undefined;
  return {
    id: `e${entry.id}`,
    margin: toMargin(entry, margin, language),
    kicker: entry.announced.topic,
    title: printedQuotes(entry.title, edition.language),
    facts: [when && capital(when), entry.span.clock, entry.place].filter((fact) => fact !== undefined),
    said: toSaid(entry.announced, edition.language),
    also: entry.alsoAnnounced.map((mention) => toArticleLink(mention, edition.language)),
    outcome: toOutcome(entry, { today, language }),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const toMargin = ({ span }: DiaryEntry, margin: MarginOf, language: Language): When | undefined =>
  margin === 'day' && span.precision === 'day'
    ? { iso: toIsoDay(span.first), label: shortDayLabel(span.first, language) }
    : undefined;

const toSaid = (mention: Mention, language: string): SaidProps => ({
  text: printedQuotes(mention.sentence, language),
  href: sentenceHref(mention, language),
});

const toArticleLink = ({ path, headline }: { path: string; headline: string }, language: string): Link => ({
  href: encodeURI(path),
  label: printedQuotes(headline, language),
});

function toOutcome(
  entry: DiaryEntry,
  { today, language }: { today: number; language: Language },
): DiaryEntryProps['outcome'] {
  const words = diaryWords(language);
  const said = entry.reported && toSaid(entry.reported, language);
  const article = entry.outcomeArticle && toArticleLink(entry.outcomeArticle, language);
  const source = { ...(said && { said }), ...(article && { article }) };
  if (entry.status === 'happened') return { kind: 'happened', label: words.happened, ...source };
  if (entry.status === 'cancelled') return { kind: 'cancelled', label: words.cancelled, ...source };
  const over = isOpen(entry, today);
  if (entry.status === 'moved') {
    const before = entry.movedFrom && whenLabel(entry.movedFrom, language);
    const label = words.moved(before, whenLabel(entry.when, language) ?? '');
    return { kind: 'moved', label: over ? `${label}. ${words.open}` : label, ...source };
  }
  return over ? { kind: 'open', label: words.open } : undefined;
}
