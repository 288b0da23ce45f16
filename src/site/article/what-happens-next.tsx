import { Time, type When } from '#ui/when.tsx';
import type { Link } from '../layout/layout.props.ts';

export type NextProps = {
  title: string;
  /** The nearest first; `when.iso` is empty where no day is known. */
  entries: { href: string; title: string; when: When }[];
  diary: Link;
};

/** Under an article: what is planned by it and in its topics. Nothing where nothing is. */
export const WhatHappensNext = ({ title, entries, diary }: NextProps) =>
  entries.length > 0 && (
    <section className="next">
      <h2>{title}</h2>
      <ul>
        {entries.map(({ href, title: what, when }) => (
          <li key={href}>
            <span className="furniture">{when.iso ? <Time at={when} /> : when.label}</span>
            <a href={href}>{what}</a>
          </li>
        ))}
      </ul>
      <p className="furniture">
        <a href={diary.href}>{diary.label}</a>
      </p>
    </section>
  );
