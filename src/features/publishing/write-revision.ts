import {
  type ArticleRow,
  findRevision,
  findRevisionSeen,
  insertRevisions,
  type RevisionKind,
  type RevisionRow,
  setPictures,
  setTopics,
  updateArticle,
} from '#features/articles/articles.ts';
import type { TakeRow } from '#features/stories/stories.ts';
import type { Db } from '#platform/database.ts';
import { type ClassifiedChange, classifyChange } from './classify-change.ts';
import { correctionNote } from './correction-note.ts';
import { listedParts } from './listed-parts.ts';
import { readerText } from './reader-text.ts';
import { writeRecords } from './write-records.ts';

/** What a person says of a revision; where nobody does, the comparison of the texts decides. */
export type RevisionClaim = { kind?: Exclude<RevisionKind, 'first'>; note?: string };

type WriteRevision = {
  article: ArticleRow;
  /** The article before this publication. */
  before: ArticleRow;
  take: TakeRow;
  claim: RevisionClaim;
  at: Date;
  /** Of the edition: whose days the text means. */
  zone: string;
};

/** Writes a take as the next revision of an article where it reads otherwise than the current one, and what lists show of it. */
export async function writeRevision(trx: Db, command: WriteRevision): Promise<ArticleRow> {
  const { article, before, take, claim, at } = command;
  const current = await findRevision(trx, article.id, before.current_revision);
  // What was written under an embargo and replaced there was read by nobody: the change is against what was.
  const seen = current && current.published_at <= at ? current : await findRevisionSeen(trx, article.id, at);
  const change = seen && changeTo(seen, take);
  await setTopics(trx, article, take.topics);
  await setPictures(
    trx,
    article.id,
    take.pictures.map((picture) => picture.href),
  );
  const repeats = current && (current === seen ? change : changeTo(current, take))?.kind === 'none';
  const unchanged = repeats && !claim.kind && sameCredits(current, take);
  const number = unchanged ? article.current_revision : article.current_revision + 1;
  const kind = claim.kind ?? (seen ? kindOf(change) : 'first');
  if (!unchanged) await insert(trx, command, toRevision(command, number, kind, change), current);
  return updateArticle(trx, article.id, {
    current_revision: number,
    status: kind === 'retraction' ? 'retracted' : article.status,
    ...listedParts(take),
    language: take.language === 'und' ? article.language : take.language,
    // Not touched by what readers cannot see: search engines and readers take it for a change of the text.
    ...(unchanged ? {} : { updated_at: laterOf(article.visible_from, at) }),
  });
}

async function insert(
  trx: Db,
  { article, take, zone }: WriteRevision,
  revision: ReturnType<typeof toRevision>,
  before: RevisionRow | undefined,
): Promise<void> {
  await insertRevisions(trx, [revision]);
  await writeRecords(trx, [{ ...revision, articleId: article.id, body: take.body, zone, before }]);
}

const changeTo = (revision: RevisionRow, take: TakeRow): ClassifiedChange =>
  classifyChange(readerText(revision), readerText(take), take.ed_note);

const laterOf = (a: Date, b: Date): Date => new Date(Math.max(a.getTime(), b.getTime()));

const kindOf = (change: ClassifiedChange | undefined): RevisionKind =>
  change && change.kind !== 'none' ? change.kind : 'update';

const sameCredits = (previous: RevisionRow | undefined, take: TakeRow): boolean =>
  previous?.byline === take.byline && previous.credit === take.credit && previous.located === take.located;

/** The row of a revision; without a note of its own a correction says what was put in the place of what. */
export function toRevision(
  { article, take, claim, at }: Omit<WriteRevision, 'before' | 'zone'>,
  number: number,
  kind: RevisionKind,
  change: ClassifiedChange | undefined,
) {
  const automatic = kind === 'correction' ? correctionNote(take.language, change?.corrected ?? []) : '';
  return {
    article_id: article.id,
    number,
    kind,
    note: claim.note ?? automatic,
    headline: take.headline,
    deck: take.deck,
    body: JSON.stringify(take.body),
    byline: take.byline,
    credit: take.credit,
    located: take.located,
    language: take.language,
    pictures: JSON.stringify(take.pictures),
    take_number: take.number,
    signal: take.signal,
    changes: change ? JSON.stringify(change.changes) : null,
    published_at: laterOf(article.visible_from, at),
    written_at: at,
  };
}
