import { type Language, wordsOf } from '#ui/words.ts';

/** What a paper without stories shows: to its readers that it is alive, to the person who runs it what to type. */
export function EmptyPaper({ language }: { language: Language }) {
  const words = wordsOf(language);
  return (
    <div className="plain">
      <h2>{words.emptyPaper}</h2>
      <p>{words.emptyPaperText}</p>
      <dl>
        <dt>{words.emptySteps.feed}</dt>
        <dd>
          <code>dateline wire add gazette --url https://example.org/feed.xml --section world --publish</code>
        </dd>
        <dt>{words.emptySteps.file}</dt>
        <dd>
          <code>dateline wire add agency --inbox --section world</code>
        </dd>
        <dt>{words.emptySteps.publish}</dt>
        <dd>
          <code>{'dateline story list\ndateline story publish 1'}</code>
        </dd>
      </dl>
    </div>
  );
}
