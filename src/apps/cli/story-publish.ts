import { publishStory } from '#features/publishing/publishing.ts';
import { systemClock } from '#lib/clock.ts';
import { type Call, WrongUse } from './command.ts';
import { readId } from './read-id.ts';
import type { storyPublishOptions } from './story-publish.command.ts';
import { withDatabase } from './with-database.ts';

const KINDS = ['update', 'correction', 'clarification', 'retraction'] as const;

/** `dateline story publish` */
export async function storyPublish(call: Call<typeof storyPublishOptions>): Promise<undefined> {
  const { values, words, print, say } = call;
  const storyId = readId(words, 'story');
  const kind = KINDS.find((one) => one === values.kind);
  if (values.kind !== undefined && !kind) {
    throw new WrongUse(`There is no kind "${values.kind}". The kinds are ${KINDS.join(', ')}.`);
  }
  const at = systemClock();
  await withDatabase(call, async (db, { baseUrl }) => {
    const command = { storyId, at, kind, note: values.note, anyway: values.anyway };
    const article = await db.transaction().execute((trx) => publishStory(trx, command));
    if (article.visible_from > at)
      say(`Nobody sees it before ${article.visible_from.toISOString()}: it is embargoed.`);
    await print(`${baseUrl}${encodeURI(article.path)}\n`);
  });
}
