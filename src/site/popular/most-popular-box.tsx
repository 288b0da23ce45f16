import type { PopularBoxProps } from './most-popular.props.ts';
import { PopularList } from './popular-list.tsx';

/** What is most read, beside or below something else. Nothing where nothing has been read. */
export const MostPopularBox = ({ box, className = '' }: { box: PopularBoxProps; className?: string }) =>
  box.entries.length > 0 && (
    <section className={`${className} popular-box`.trimStart()} aria-labelledby="most-popular">
      <h2 className="rubric" id="most-popular">
        <a href={box.href}>{box.title}</a>
      </h2>
      <PopularList entries={box.entries} label="most-popular" />
    </section>
  );
