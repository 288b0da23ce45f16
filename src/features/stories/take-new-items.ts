import { findTopicsNamed, type SectionRow, type TopicRow } from '#features/taxonomy/taxonomy.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { editionFor, sectionFor, subjectCodes, subjectSlugs } from './route-item.ts';
import { insertStories, listStoriesByGuid, listStoryKeys, type WireKey } from './stories.repo.ts';
import { embargoEnd } from './story.ts';
import { headlineOf, originalGuid, picturesOf, type TakeWireItem, toTake } from './take-of-item.ts';
import type { TakenIn } from './take-wire-item.ts';
import { insertTakes } from './takes.repo.ts';

export type NewItems<Command> = {
  /** New stories with their first take. */
  taken: { command: Command; taken: TakenIn }[];
  /** Items of which nothing can be made, and why. */
  refused: { command: Command; reason: string }[];
  /** Those for `takeWireItem`, in their order, once the others are done with: they go to stories that are there then. */
  later: Command[];
};

const keyOf = ({ sourceId, guid }: WireKey): string => `${sourceId} ${guid}`;
const wireKey = ({ source, item }: TakeWireItem): WireKey => ({ sourceId: source.id, guid: item.uri });

/**
 * Makes stories of the items that are the first of their kind, all of them in six statements at most: most of what comes in is new, and
 * what a statement costs is mostly the way there and back.
 */
export async function takeNewItems<Command extends TakeWireItem>(
  trx: Db,
  commands: Command[],
): Promise<NewItems<Command>> {
  const { fresh, later } = await sortOut(trx, commands);
  const planned: Planned<Command>[] = [];
  const refused: NewItems<Command>['refused'] = [];
  for (const command of fresh) {
    try {
      planned.push({ command, section: placeOf(command) });
    } catch (thrown) {
      refused.push({ command, reason: messageOf(thrown) });
    }
  }
  const here = new Set(planned.map(({ command }) => command.item.uri));
  const translates = ({ command }: Planned<Command>) => here.has(originalGuid(command.item) ?? '');
  const taken = [
    ...(await makeStories(
      trx,
      planned.filter((plan) => !translates(plan)),
    )),
    // A translation must find the story of its original, which may have come with it.
    ...(await makeStories(trx, planned.filter(translates))),
  ];
  return { taken, refused, later };
}

/** New is an item without a story and the first of its identifier here. */
async function sortOut<Command extends TakeWireItem>(
  trx: Db,
  commands: Command[],
): Promise<{ fresh: Command[]; later: Command[] }> {
  const known = new Set((await listStoryKeys(trx, commands.map(wireKey))).map(keyOf));
  const fresh: Command[] = [];
  const later: Command[] = [];
  for (const command of commands) {
    const key = keyOf(wireKey(command));
    (known.has(key) ? later : fresh).push(command);
    known.add(key);
  }
  return { fresh, later };
}

type Planned<Command> = { command: Command; section: SectionRow };

/** @throws AppError bad_input where the item cannot become a story */
function placeOf({ item, source, editions, sections }: TakeWireItem): SectionRow {
  const edition = editionFor(item, source, editions);
  const section = edition && sectionFor(item, source, edition.code, sections);
  if (!section)
    throw new AppError('bad_input', `Edition ${source.edition} has no section that could take this item.`);
  if (headlineOf(item) === '' && item.pubstatus === 'usable')
    throw new AppError('bad_input', `Item ${item.uri} has no headline; a story needs one.`);
  return section;
}

async function makeStories<Command extends TakeWireItem>(
  trx: Db,
  planned: Planned<Command>[],
): Promise<NewItems<Command>['taken']> {
  if (planned.length === 0) return [];
  const originals = await findOriginals(trx, planned);
  const rows = await insertStories(
    trx,
    planned.map((plan) => toStory(plan, originals)),
  );
  const stories = new Map(
    rows.map((row) => [keyOf({ sourceId: row.wire_source_id ?? 0, guid: row.wire_guid ?? '' }), row]),
  );
  const topicsOf = await findTopics(trx, planned);
  const made = planned.flatMap(({ command, section }) => {
    const story = stories.get(keyOf(wireKey(command)));
    if (!story) return [];
    const take = toTake(command, {
      story_id: story.id,
      number: 1,
      topics: topicsOf(section.edition, command),
    });
    return [{ command, taken: { story, take, current: true, pictures: picturesOf(command.item) } }];
  });
  await insertTakes(
    trx,
    made.map(({ taken }) => taken.take),
  );
  return made;
}

const toStory = (
  { command: { item, source, version, at }, section }: Planned<TakeWireItem>,
  originals: Map<string, number>,
) => ({
  edition: section.edition,
  section_id: section.id,
  state: 'draft' as const,
  slug: null,
  wire_source_id: source.id,
  wire_guid: item.uri,
  wire_version: version,
  current_take: 1,
  translation_of: originals.get(originalGuid(item) ?? '') ?? null,
  withheld: item.pubstatus === 'withheld',
  embargo_until: embargoEnd(item.embargoed),
  created_at: at,
  updated_at: at,
});

/** The stories of the items that these translate, by identifier. */
async function findOriginals(trx: Db, planned: Planned<TakeWireItem>[]): Promise<Map<string, number>> {
  const guids = planned.flatMap(({ command }) => originalGuid(command.item) ?? []);
  const rows = await listStoriesByGuid(trx, [...new Set(guids)]);
  // Of several the oldest, which comes first, is to stay.
  return new Map(rows.toReversed().map(({ id, wire_guid }) => [wire_guid ?? '', id]));
}

/** The topics that items name, asked for once per edition. */
async function findTopics(
  trx: Db,
  planned: Planned<TakeWireItem>[],
): Promise<(edition: string, command: TakeWireItem) => number[]> {
  const byEdition = new Map<string, TopicRow[]>();
  for (const edition of new Set(planned.map(({ section }) => section.edition))) {
    const items = planned
      .filter(({ section }) => section.edition === edition)
      .map(({ command }) => command.item);
    const names = {
      codes: [...new Set(items.flatMap(subjectCodes))],
      slugs: [...new Set(items.flatMap(subjectSlugs))],
    };
    byEdition.set(edition, await findTopicsNamed(trx, edition, names));
  }
  return (edition, { item }) => {
    const codes = new Set(subjectCodes(item));
    const slugs = new Set(subjectSlugs(item));
    const named = byEdition
      .get(edition)
      ?.filter(({ code, slug }) => slugs.has(slug) || codes.has(code ?? ''));
    return (named ?? []).map(({ id }) => id);
  };
}
