import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { ghostContext, ghostPost } from './ghost-post.ts';
import { isObject, type JsonObject, objectList, textValue } from './json-value.ts';
import { LIMITS, refuse } from './limits.ts';

/**
 * Ghost's JSON export, versions 1 to 6: its posts. Drafts, scheduled posts and those for members are withheld. Settings,
 * keys, people's addresses and password hashes, injected code and newsletters are not taken over. `base` is the old site's
 * address, which the export itself does not name.
 */
export function parseGhost(value: unknown, base?: string): ParsedMessage {
  const data = dataOf(value);
  if (data === undefined) return refuse('The JSON is no export of Ghost: it has no list of posts.');
  const posts = objectList(data.posts);
  if (posts.length > LIMITS.items) refuse(`The export holds more than ${LIMITS.items} posts.`);
  const context = ghostContext(data, base);
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  posts.forEach((post, position) => {
    try {
      if (textValue(post.type) === 'page' || post.page === true || post.page === 1)
        refuse('A page, not a post: left out.');
      items.push(ghostPost(post, context));
    } catch (error) {
      const uri = textValue(post.slug);
      failures.push({ position, ...(uri === undefined ? {} : { uri }), reason: messageOf(error) });
    }
  });
  return { format: 'ghost', items, failures };
}

/** `{db: [{data}]}` as the admin panel writes it, or `{data}` or the tables alone as older versions and tools do. */
function dataOf(value: unknown): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const [first] = objectList(value.db);
  const data = [first?.data, value.data, value].find((one) => isObject(one) && Array.isArray(one.posts));
  return isObject(data) ? data : undefined;
}

/** Whether JSON looks like Ghost's export, told by its first words. */
export const looksLikeGhost = (start: string): boolean =>
  /^\s{0,1000}\{\s{0,100}"(?:db|meta|data)"\s{0,20}:/.test(start) &&
  /"(?:posts_tags|posts_authors|posts_meta|mobiledoc|lexical|feature_image|comment_id|exported_on)"/.test(
    start,
  );
