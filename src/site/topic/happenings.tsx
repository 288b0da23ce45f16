import { Time } from '#ui/when.tsx';
import type { HappeningProps } from './timeline.view.ts';

/** What happened, in the order of its days. */
export const Happenings = ({ happenings }: { happenings: HappeningProps[] }) => (
  <ol className="happenings">
    {happenings.map(({ when, sentence, href }) => (
      <li key={href}>
        <span className="furniture">
          <Time at={when} />
        </span>
        <a href={href}>{sentence}</a>
      </li>
    ))}
  </ol>
);
