import type { Link } from '../layout/layout.props.ts';
import { Happenings } from '../topic/happenings.tsx';
import type { HappeningProps } from '../topic/timeline.view.ts';

export type StorySoFarProps = {
  title: string;
  happenings: HappeningProps[];
  /** The page of the topic that it is the story of. */
  topic: Link;
};

/** Under an article: what happened in its first topic. Nothing where that is too little. */
export const StorySoFar = ({ title, happenings, topic }: StorySoFarProps) =>
  happenings.length > 0 && (
    <section className="so-far">
      <h2>{title}</h2>
      <Happenings happenings={happenings} />
      <p className="furniture">
        <a href={topic.href}>{topic.label}</a>
      </p>
    </section>
  );
