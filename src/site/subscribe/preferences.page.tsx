import type { ReactNode } from 'react';
import type { PageFrame } from '../layout/layout.props.ts';
import { Layout } from '../layout/layout.tsx';
import { Title } from '../layout/title.tsx';
import { AddressField, AddressProblem } from './address-field.tsx';
import { type SubscribeWords, subscribeWords } from './subscribe-words.ts';

/** How long a pause may be, in weeks. */
export const PAUSES = [1, 2, 4] as const;

export type PreferencesProps = PageFrame & {
  address: string;
  lists: { id: number; label: string; language: string; active: boolean }[];
  /** Said at the head: what was just done. */
  done?: string;
  problem?: string;
  /** The day, in words, until which nothing comes. */
  pausedUntil?: string;
};

export function PreferencesPage({ address, lists, done, problem, pausedUntil, ...frame }: PreferencesProps) {
  const words = subscribeWords(frame.site.language);
  return (
    <Layout frame={frame} kind="subscribe">
      <Title site={frame.site} title={words.preferences} deck={address} />
      {done && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <Group title={words.editions} text={words.editionsText}>
        <Lists words={words} lists={lists} />
      </Group>
      <Group title={words.pause} text={pausedUntil ? words.pausedUntil(pausedUntil) : words.pauseText}>
        <Pause words={words} paused={pausedUntil !== undefined} />
      </Group>
      <Group title={words.move} text={words.moveText}>
        <Move words={words} problem={problem} />
      </Group>
      <Group title={words.end} text={words.endText}>
        <Act act="end" label={words.endButton} />
      </Group>
      <Group title={words.erase} text={words.eraseText}>
        <Act act="erase" label={words.eraseButton} />
      </Group>
    </Layout>
  );
}

const Group = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </section>
);

const Act = ({ act, label }: { act: string; label: string }) => (
  <form method="post">
    <button type="submit" name="act" value={act} className="quiet">
      {label}
    </button>
  </form>
);

const Lists = ({ words, lists }: { words: SubscribeWords; lists: PreferencesProps['lists'] }) => (
  <form method="post">
    {lists.map(({ id, label, language, active }) => (
      <label key={id} className="choice" lang={language}>
        <input type="checkbox" name="list" value={id} defaultChecked={active} />
        {label}
      </label>
    ))}
    <button type="submit" name="act" value="lists">
      {words.save}
    </button>
  </form>
);

const Pause = ({ words, paused }: { words: SubscribeWords; paused: boolean }) => (
  <form method="post">
    <input type="hidden" name="act" value="pause" />
    {PAUSES.map((weeks) => (
      <button key={weeks} type="submit" name="weeks" value={weeks} className="quiet">
        {words.weeks(weeks)}
      </button>
    ))}
    {paused && (
      <button type="submit" name="weeks" value={0}>
        {words.resume}
      </button>
    )}
  </form>
);

const Move = ({ words, problem }: { words: SubscribeWords; problem?: string }) => (
  <form method="post">
    <AddressField label={words.newAddress} problem={problem} />
    <button type="submit" name="act" value="move">
      {words.moveButton}
    </button>
    <AddressProblem problem={problem} />
  </form>
);
