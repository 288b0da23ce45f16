import { Time } from '#ui/when.tsx';
import type { PopularEntry } from './most-popular.props.ts';

/** Stories by place. The whole of an entry leads to its article by the one link in its headline. */
export const PopularList = ({ entries, label }: { entries: PopularEntry[]; label: string }) => (
  <ol className="ranking" aria-labelledby={label}>
    {entries.map((entry) => (
      <li key={entry.href}>
        <a href={entry.href}>{entry.headline}</a>
        {(entry.section || entry.when) && (
          <p className="furniture">
            {entry.section}
            {entry.section && entry.when && ', '}
            {entry.when && <Time at={entry.when} />}
          </p>
        )}
      </li>
    ))}
  </ol>
);
