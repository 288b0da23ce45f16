import type { ReactNode } from 'react';
import { Time } from '#ui/when.tsx';
import { wordsOf } from '#ui/words.ts';
import { Layout } from '../layout/layout.tsx';
import { StoryRows } from '../layout/story-rows.tsx';
import type { GoneProps, NotFoundProps } from './error.props.ts';

export function NotFoundPage(props: NotFoundProps) {
  const words = wordsOf(props.site.language);
  return (
    <ErrorPage {...props} code="404">
      <h1>{words.notFound}</h1>
      <p>{words.notFoundText}</p>
    </ErrorPage>
  );
}

/** The tombstone of an article that was killed: its headline and that it is gone, not one word of its text. */
export function GonePage(props: GoneProps) {
  const words = wordsOf(props.site.language);
  return (
    <ErrorPage {...props} code={words.gone}>
      <h1>{props.headline}</h1>
      <p>{props.reason ?? words.goneText}</p>
      <p className="furniture">
        {words.goneAt} <Time at={props.when} />
      </p>
    </ErrorPage>
  );
}

function ErrorPage({
  latest,
  code,
  children,
  ...frame
}: NotFoundProps & { code: string; children: ReactNode }) {
  return (
    <Layout frame={frame} kind="error">
      <div className="plain">
        <p className="code furniture">{code} —</p>
        {children}
      </div>
      {latest.length > 0 && (
        <section className="container briefs">
          <h2 className="rubric">{wordsOf(frame.site.language).goOn}</h2>
          <StoryRows stories={latest} pictures="none" />
        </section>
      )}
    </Layout>
  );
}
