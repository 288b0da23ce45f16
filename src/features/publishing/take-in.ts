import {
  type NewItems,
  type TakenIn,
  type TakeWireItem,
  takeNewItems,
  takeWireItem,
} from '#features/stories/stories.ts';
import { type EditionRow, listEditions, listSections, type SectionRow } from '#features/taxonomy/taxonomy.ts';
import {
  failItem,
  linkItemsToStories,
  type StoredItem,
  type StoredMessage,
  type StoreMessage,
  storeMessages,
  type WireFailure,
} from '#features/wire/wire.ts';
import { messageOf } from '#lib/errors.ts';
import { type Db, withSavepoint } from '#platform/database.ts';
import { withholdArticle } from './hold-story.ts';
import { killStory } from './kill-story.ts';
import { type FirstPublication, publishFirst } from './publish-first.ts';
import { publishStory } from './publish-story.ts';
import { requestPictures } from './request-pictures.ts';

/** Editions and sections, to which items find their way by language and subject. */
export type Paper = { editions: EditionRow[]; sections: SectionRow[] };

export const readPaper = async (db: Db): Promise<Paper> => {
  const [editions, sections] = await Promise.all([listEditions(db), listSections(db)]);
  return { editions, sections };
};

type Command = TakeWireItem & { row: StoredItem; failures: WireFailure[] };

/**
 * Stores messages and does with their items what these and the rules of the sources say, in the caller's transaction. No two messages
 * may be from one source and share bytes or an item. `guarded`: an item that fails is kept as failed and the others go on, for two more
 * round trips and some fifteen statements each; otherwise it throws, and the transaction is lost.
 */
export async function takeIn(
  trx: Db,
  messages: StoreMessage[],
  paper: Paper,
  guarded: boolean,
): Promise<StoredMessage[]> {
  const stored = (await storeMessages(trx, messages)).map((one) => ({
    ...one,
    failures: [...one.failures],
  }));
  const commands = stored.flatMap(({ items, failures }, index): Command[] => {
    const message = messages[index];
    if (!message) return [];
    const { source, receivedAt: at } = message;
    return items.map((row) => {
      const { id: itemId, item, version } = row;
      return { ...paper, source, at, itemId, item, version, row, failures };
    });
  });
  if (guarded) for (const command of commands) await takeGuarded(trx, command, paper);
  else await takeAll(trx, commands, paper);
  return stored;
}

async function takeGuarded(trx: Db, command: Command, paper: Paper): Promise<void> {
  try {
    await withSavepoint(trx, (inner) => takeAll(inner, [command], paper));
  } catch (thrown) {
    await refuse(trx, command, messageOf(thrown));
  }
}

async function refuse(trx: Db, { row, failures }: Command, reason: string): Promise<void> {
  failures.push({ position: row.position, uri: row.item.uri, reason });
  await failItem(trx, row.id, reason);
}

async function takeAll(trx: Db, commands: Command[], paper: Paper): Promise<void> {
  if (commands.length === 0) return;
  const { taken, refused, later } = await takeNewItems(trx, commands);
  for (const { command, reason } of refused) await refuse(trx, command, reason);
  await useNew(trx, taken, paper);
  const all = [...taken];
  for (const command of later) {
    const again = await takeWireItem(trx, command);
    if (again.current) await applyStatus(trx, again, command);
    all.push({ command, taken: again });
  }
  await requestPictures(
    trx,
    all.flatMap(({ taken: { pictures } }) => pictures),
  );
  await linkItemsToStories(
    trx,
    all.map(({ command, taken: { story } }) => ({ itemId: command.itemId, storyId: story.id })),
  );
}

/** Publishes new stories where their sources' rules say so; a kill of what was never seen leaves a killed story behind. */
async function useNew(trx: Db, taken: NewItems<Command>['taken'], paper: Paper): Promise<void> {
  const publications = taken.flatMap(({ command, taken: { story, take } }): FirstPublication[] => {
    const edition = paper.editions.find(({ code }) => code === story.edition);
    const section = paper.sections.find(({ id }) => id === story.section_id);
    const goesOut = command.source.publish && command.item.pubstatus === 'usable';
    return goesOut && edition && section && take ? [{ story, take, edition, section, at: command.at }] : [];
  });
  await publishFirst(trx, publications);
  for (const { command, taken: one } of taken) {
    if (command.item.pubstatus === 'canceled') await applyStatus(trx, one, command);
  }
}

/** Does with a story what its newest wire version and the source's rule say. */
async function applyStatus(trx: Db, { story }: TakenIn, { item, source, at }: Command): Promise<void> {
  if (item.pubstatus === 'canceled') return killStory(trx, { storyId: story.id, at });
  if (story.state === 'killed' || story.state === 'held') return;
  if (item.pubstatus === 'withheld') {
    await withholdArticle(trx, story.id);
    return;
  }
  // The rule says whether a new story waits for the desk; a published one follows its provider either way.
  if (source.publish || story.state === 'published') await publishStory(trx, { storyId: story.id, at });
}
