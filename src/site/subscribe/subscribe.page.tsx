import type { PageFrame } from '../layout/layout.props.ts';
import { Layout } from '../layout/layout.tsx';
import { Title } from '../layout/title.tsx';
import { AddressField, AddressProblem } from './address-field.tsx';
import { subscribeWords } from './subscribe-words.ts';

/** The field that only programs fill in; its name is one that they like. */
export const TRAP_FIELD = 'website';

export type SubscribeProps = PageFrame & {
  action: string;
  /** What was typed, where it must be typed again. */
  address?: string;
  problem?: string;
};

export function SubscribePage({ action, address, problem, ...frame }: SubscribeProps) {
  const words = subscribeWords(frame.site.language);
  return (
    <Layout frame={frame} kind="subscribe">
      <Title site={frame.site} title={words.title} deck={words.deck(frame.site.name)} />
      <form method="post" action={action}>
        <AddressField label={words.address} address={address} problem={problem} describedBy="promise" />
        <div className="trap" aria-hidden="true">
          <label htmlFor={TRAP_FIELD}>{words.leaveEmpty}</label>
          <input id={TRAP_FIELD} name={TRAP_FIELD} type="text" tabIndex={-1} autoComplete="off" />
        </div>
        <button type="submit">{words.submit}</button>
        <AddressProblem problem={problem} />
        <p id="promise" className="promise">
          {words.promise}
        </p>
      </form>
    </Layout>
  );
}
