import { wordsOf } from '#ui/words.ts';
import type { SiteProps } from './layout.props.ts';

/** Links to the neighbouring pages of a list; nothing where the list is one page. */
export const Pager = ({ site, newer, older }: { site: SiteProps; newer?: string; older?: string }) =>
  (newer || older) && (
    <div className="pager">
      {newer && (
        <a rel="prev" href={newer}>
          <span aria-hidden="true">← </span>
          {wordsOf(site.language).newer}
        </a>
      )}
      {older && (
        <a rel="next" href={older}>
          {wordsOf(site.language).older}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </div>
  );
