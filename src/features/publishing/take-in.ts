import {
  type NewItems,
  noteRulings,
  type RuleBook,
  readRules,
  ruleItem,
  type TakenIn,
  type TakeWireItem,
  takeNewItems,
  takeUpIgnored,
  takeWireItem,
} from '#features/stories/stories.ts';
import {
  type EditionRow,
  listEditions,
  listSections,
  readSubjectMaps,
  type SectionRow,
  type SubjectMap,
} from '#features/taxonomy/taxonomy.ts';
import {
  failItem,
  linkItemsToStories,
  type StoredItem,
  type StoredMessage,
  type StoreMessage,
  storeMessages,
} from '#features/wire/wire.ts';
import { messageOf } from '#lib/errors.ts';
import { type Db, withSavepoint } from '#platform/database.ts';
import { withholdArticle } from './hold-story.ts';
import { killStory } from './kill-story.ts';
import { mergeArticles } from './merge-articles.ts';
import { type FirstPublication, publishFirst } from './publish-first.ts';
import { publishStory } from './publish-story.ts';
import { requestPictures } from './request-pictures.ts';
import { strikeKilled } from './strike-killed.ts';

/** Editions and sections, to which items find their way by language and subject, and the rules in use. */
export type Paper = {
  editions: EditionRow[];
  sections: SectionRow[];
  subjects: (edition: string) => SubjectMap;
  book: RuleBook;
};

export const readPaper = async (db: Db): Promise<Paper> => {
  const [editions, sections, book] = await Promise.all([listEditions(db), listSections(db), readRules(db)]);
  return {
    editions,
    sections,
    subjects: await readSubjectMaps(db, sections),
    book,
  };
};

/** A message that was taken in; `alerts`: what the desk is to know of at once, a sentence each. */
export type TakenMessage = StoredMessage & { alerts: string[] };

type Outcome = Pick<TakenMessage, 'failures' | 'alerts'>;
type Command = TakeWireItem & { row: StoredItem; outcome: Outcome };

/**
 * Stores messages and does with their items what these and the rules say, in the caller's transaction. No two messages
 * may be from one source and share bytes or an item. `guarded`: an item that fails is kept as failed and the others go on, for two more
 * round trips and some fifteen statements each; otherwise it throws, and the transaction is lost.
 */
export async function takeIn(
  trx: Db,
  messages: StoreMessage[],
  paper: Paper,
  guarded: boolean,
): Promise<TakenMessage[]> {
  const stored = (await storeMessages(trx, messages)).map(
    (one): TakenMessage => ({
      ...one,
      failures: [...one.failures],
      alerts: [],
    }),
  );
  const commands = stored.flatMap((outcome, index): Command[] => {
    const message = messages[index];
    if (!message) return [];
    const { source, receivedAt: at } = message;
    return outcome.items.map((row) => toCommand({ source, at, outcome }, row, paper));
  });
  if (guarded) for (const command of commands) await takeGuarded(trx, command, paper);
  else await takeAll(trx, commands, paper);
  return stored;
}

function toCommand(
  from: Pick<Command, 'source' | 'at' | 'outcome'>,
  row: StoredItem,
  { editions, sections, subjects, book }: Paper,
): Command {
  const { id: itemId, item, version } = row;
  const ruling = ruleItem(book.rules, { ...from, item, editions, sections });
  return {
    ...from,
    editions,
    sections,
    subjects,
    itemId,
    item,
    version,
    row,
    ruling,
  };
}

async function takeGuarded(trx: Db, command: Command, paper: Paper): Promise<void> {
  try {
    await withSavepoint(trx, (inner) => takeAll(inner, [command], paper));
  } catch (thrown) {
    await refuse(trx, command, messageOf(thrown));
  }
}

async function refuse(trx: Db, { row, outcome }: Command, reason: string): Promise<void> {
  outcome.failures.push({ position: row.position, uri: row.item.uri, reason });
  await failItem(trx, row.id, reason);
}

async function takeAll(trx: Db, commands: Command[], paper: Paper): Promise<void> {
  if (commands.length === 0) return;
  const { taken, ignored, refused, later, merged } = await takeNewItems(trx, commands);
  for (const { command, reason } of refused) await refuse(trx, command, reason);
  for (const stories of merged) await mergeArticles(trx, stories, commands[0]?.at ?? new Date(0));
  const struck = await strikeKilled(trx, commands, [
    ...taken.map(({ command, taken: { story } }) => ({ command, storyId: story.id })),
    ...later.map(({ command, line: { storyId } }) => ({ command, storyId })),
  ]);
  await useNew(trx, taken, struck, paper);
  const all = [...taken];
  for (const folded of later) {
    const again = await takeWireItem(trx, folded);
    if (again.current) await applyStatus(trx, again, folded.command);
    all.push({ command: folded.command, taken: again });
  }
  await requestPictures(
    trx,
    all.flatMap(({ taken: { pictures } }) => pictures),
  );
  await linkItemsToStories(
    trx,
    all.map(({ command, taken: { story } }) => ({
      itemId: command.itemId,
      storyId: story.id,
    })),
  );
  const begun = new Set(taken.map(({ command }) => command));
  const ruled = all.map(({ command, taken: { story, current } }) => ({
    ...{ command, story, current, first: begun.has(command) },
  }));
  const alerts = await noteRulings(trx, { taken: ruled, ignored, merged });
  if (ignored.length > 0 || paper.book.ignored) await takeIgnored(trx, [...begun], paper);
  for (const { command, sentence } of alerts) command.outcome.alerts.push(sentence);
}

/** A version that came late may be the first that no rule ignores: then those after it go to its story. */
async function takeIgnored(trx: Db, begun: Command[], paper: Paper): Promise<void> {
  const items = begun.length === 0 ? [] : await takeUpIgnored(trx, begun);
  const commands = items.flatMap(({ first, ...row }) => {
    const from = begun.find(({ itemId }) => itemId === first);
    return from ? [toCommand(from, row, paper)] : [];
  });
  await takeAll(trx, commands, paper);
}

/** Publishes new stories where the rules say so; a kill of what was never seen leaves a killed story behind. */
async function useNew(
  trx: Db,
  taken: NewItems<Command>['taken'],
  struck: ReadonlySet<number>,
  paper: Paper,
): Promise<void> {
  const publications = taken.flatMap(({ command, taken: { story, take } }): FirstPublication[] => {
    const edition = paper.editions.find(({ code }) => code === story.edition);
    const section = paper.sections.find(({ id }) => id === story.section_id);
    const usable = command.item.pubstatus === 'usable' && !struck.has(story.id);
    const goesOut = usable && command.ruling.decision === 'publish';
    return goesOut && edition && section && take ? [{ story, take, edition, section, at: command.at }] : [];
  });
  await publishFirst(trx, publications);
  for (const { command, taken: one } of taken) {
    if (command.item.pubstatus === 'canceled') await applyStatus(trx, one, command);
  }
}

/** Does with a story what its newest wire version and the rules say. */
async function applyStatus(trx: Db, { story }: TakenIn, { item, ruling, at }: Command): Promise<void> {
  if (item.pubstatus === 'canceled') return killStory(trx, { storyId: story.id, at });
  if (story.state === 'killed' || story.state === 'held') return;
  if (item.pubstatus === 'withheld') {
    await withholdArticle(trx, story.id);
    return;
  }
  // Rules say whether a story waits for the desk; a published one follows its provider whatever they say.
  if (ruling.decision === 'publish' || story.state === 'published')
    await publishStory(trx, { storyId: story.id, at });
}
