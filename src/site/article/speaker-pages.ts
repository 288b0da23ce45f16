import type { PageRecord } from '#features/articles/articles.ts';
import { listSpeakers, personKey } from '#features/people/people.ts';
import { personPath } from '../person/person-path.ts';
import type { EditionContext } from '../site-context.ts';

/**
 * The pages about those who speak by name in an article, by the name that it gives them; and what a page that links to them hangs on, so
 * that the link goes with the person. One query, none where nobody is shown to speak.
 */
export async function loadSpeakerPages(
  { db, edition }: EditionContext,
  articleId: number,
  record: PageRecord | undefined,
): Promise<{ pages: ReadonlyMap<string, string>; keys: string[] }> {
  if (!record?.voices.some(({ footing }) => footing === 'named')) return { pages: new Map(), keys: [] };
  const speakers = await listSpeakers(db, articleId);
  return {
    pages: new Map(speakers.map(({ name, slug }) => [name, encodeURI(personPath(edition.prefix, slug))])),
    keys: speakers.map(({ id }) => personKey(id)),
  };
}
