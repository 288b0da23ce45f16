import { Time } from '#ui/when.tsx';
import type { Link } from '../layout/layout.props.ts';
import { Layout } from '../layout/layout.tsx';
import { Title } from '../layout/title.tsx';
import type { DiaryEntryProps, DiaryGroup, DiaryProps } from './diary.props.ts';
import { type DiaryWords, diaryWords } from './diary-words.ts';

/** The diary: what is planned by days, and what came of it. */
export function DiaryPage({
  title,
  deck,
  groups,
  none,
  earlier,
  current,
  later,
  calendar,
  ...frame
}: DiaryProps) {
  const words = diaryWords(frame.site.language);
  return (
    <Layout frame={frame} kind="diary">
      <Title site={frame.site} title={title} deck={deck} />
      {groups.length === 0 && <p className="none">{none}</p>}
      {groups.map((group) => (
        <Group key={group.key} group={group} words={words} />
      ))}
      <p className="furniture calendar">
        <a href={calendar.href} type="text/calendar">
          {calendar.label}
        </a>
      </p>
      <Weeks earlier={earlier} current={current} later={later} label={words.weeks} />
    </Layout>
  );
}

const Group = ({ group, words }: { group: DiaryGroup; words: DiaryWords }) => (
  <section className={group.today ? 'day today' : 'day'} aria-labelledby={group.key}>
    <h2 className="rubric" id={group.key}>
      {group.title}
    </h2>
    <ul>
      {group.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} words={words} />
      ))}
    </ul>
  </section>
);

const Entry = ({ entry, words }: { entry: DiaryEntryProps; words: DiaryWords }) => (
  <li className="entry" id={entry.id}>
    {entry.margin && <Time at={entry.margin} />}
    <h3 className={entry.outcome?.kind === 'cancelled' ? 'off' : undefined}>
      {entry.kicker && <span className="kicker">{entry.kicker} — </span>}
      {entry.title}
    </h3>
    {entry.facts.length > 0 && <p className="furniture">{entry.facts.join(' · ')}</p>}
    <p className="said">
      <a href={entry.said.href}>{entry.said.text}</a>
    </p>
    {entry.outcome && <Outcome outcome={entry.outcome} words={words} />}
    {entry.also.length > 0 && (
      <p className="furniture">
        {words.alsoIn}: <Links links={entry.also} />
      </p>
    )}
  </li>
);

const Outcome = ({
  outcome,
  words,
}: {
  outcome: NonNullable<DiaryEntryProps['outcome']>;
  words: DiaryWords;
}) =>
  outcome.kind === 'open' ? (
    <p className="open">{outcome.label}</p>
  ) : (
    <p className="came">
      <b>{outcome.label}</b>
      {outcome.said && (
        <>
          <b> — </b>
          <a href={outcome.said.href}>{outcome.said.text}</a>
        </>
      )}
      {outcome.article && (
        <>
          {' '}
          {words.seeArticle}: <a href={outcome.article.href}>{outcome.article.label}</a>
        </>
      )}
    </p>
  );

const Links = ({ links }: { links: Link[] }) =>
  links.map((link, index) => (
    <span key={link.href}>
      {index > 0 && ', '}
      <a href={link.href}>{link.label}</a>
    </span>
  ));

type WeeksProps = Pick<DiaryProps, 'earlier' | 'current' | 'later'> & { label: string };

const Weeks = ({ earlier, current, later, label }: WeeksProps) =>
  (earlier || current || later) && (
    <nav className="pager" aria-label={label}>
      {earlier && (
        <a rel="prev" href={earlier.href}>
          <span aria-hidden="true">← </span>
          {earlier.label}
        </a>
      )}
      {current && <a href={current.href}>{current.label}</a>}
      {later && (
        <a rel="next" href={later.href}>
          {later.label}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
