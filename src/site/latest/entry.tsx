import { renderToStaticMarkup } from 'react-dom/server';
import { Time, type When } from '#ui/when.tsx';
import type { LatestEntry } from './latest.props.ts';

export const Entry = ({ id, href, headline, section, when }: LatestEntry) => (
  <li className="entry story" id={`a${id}`}>
    <Time at={when} />
    <h3>
      <a href={href}>{headline}</a>
    </h3>
    {section && <p className="furniture">{section}</p>}
  </li>
);

/**
 * The data of a `story` event of the stream, one line of JSON: the day it belongs to and the entry's markup, the same as
 * the page's own. A `gone` event carries only the id.
 */
export const toStreamEvent = (entry: LatestEntry, day: When): string =>
  JSON.stringify({
    id: entry.id,
    day: day.iso,
    dayLabel: day.label,
    html: renderToStaticMarkup(<Entry {...entry} />),
  });
