import { isDeepStrictEqual } from 'node:util';
import { type ArticleRecord, findPublishedRecord } from '#features/articles/articles.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { noteFollowed, wasFollowed } from './followed.repo.ts';
import { namedPeople } from './named-people.ts';
import { ensurePeople, forgetUnnamed, listMentionsOf, setMentions } from './people.repo.ts';
import type { PersonMentionRow } from './people.tables.ts';
import { personKey } from './person-keys.ts';

/** Raised whenever the same record may name other people. */
export const PEOPLE_VERSION = 1;

type Mention = Omit<PersonMentionRow, 'told'>;

/**
 * Brings what is known of people up to date with an article as readers can see it now. What rests on an article that they cannot see is
 * gone from the pages by the views at once; here it is forgotten. Idempotent. The pages of those whom it names or named are made anew.
 */
export async function followArticle(db: Db, articleId: number): Promise<void> {
  await withTransaction(db, async (trx) => {
    const found = await findPublishedRecord(trx, articleId);
    const before = await listMentionsOf(trx, articleId);
    const now = found ? await toMentions(trx, found, before) : [];
    if (!isSame(before, now)) {
      await setMentions(trx, articleId, now);
      const ids = [...new Set([...before, ...now].map(({ person_id }) => person_id))];
      await forgetUnnamed(trx, ids);
      await notifyPurge(trx, { keys: [...ids.map(personKey), `article:${articleId}`], hard: false });
    }
    if (found) await noteFollowed(trx, { articleId, revision: found.revision, version: PEOPLE_VERSION });
  });
}

async function toMentions(trx: Db, found: ArticleRecord, before: readonly Mention[]): Promise<Mention[]> {
  const people = namedPeople(found.record, found.text);
  const ids = await ensurePeople(
    trx,
    found.edition,
    people.map(({ slug }) => slug),
  );
  const known = new Map(before.map((mention) => [mention.person_id, mention]));
  // What an article says when it is followed first it has said from the beginning, as far as anyone knows.
  const saidAt = (await wasFollowed(trx, found.articleId)) ? found.publishedAt : found.visibleFrom;
  return people.flatMap(({ slug, roleKey, ...person }) => {
    const person_id = ids.get(slug);
    if (person_id === undefined) return [];
    const earlier = known.get(person_id);
    return {
      ...person,
      person_id,
      article_id: found.articleId,
      revision: found.revision,
      visible_from: found.visibleFrom,
      role_key: roleKey,
      role_at: earlier?.role_key === roleKey ? earlier.role_at : saidAt,
    };
  });
}

const byPerson = (mentions: readonly Mention[]): unknown[] =>
  mentions
    .toSorted((a, b) => a.person_id - b.person_id)
    .map(({ said, quoted, sure, name, role, role_at, person_id, revision, visible_from }) => ({
      ...{ said, quoted, sure, name, role, role_at, person_id, revision, visible_from },
    }));

const isSame = (before: readonly Mention[], now: readonly Mention[]): boolean =>
  isDeepStrictEqual(byPerson(before), byPerson(now));
