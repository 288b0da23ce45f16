import { findTopicsNamed, type SectionRow, type TopicRow } from '#features/taxonomy/taxonomy.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { insertFingerprints, listStoriesOfGuids } from './folding/fingerprints.repo.ts';
import { type Folded, foldItems, type StoryLine } from './folding/fold-items.ts';
import type { MergedStories } from './folding/merge-stories.ts';
import { editionFor, sectionFor, subjectCodes } from './route-item.ts';
import { insertStories } from './stories.repo.ts';
import { embargoEnd } from './story.ts';
import {
  headlineOf,
  mappedSubjects,
  originalGuid,
  picturesOf,
  type TakeWireItem,
  topicSlugs,
  toTake,
} from './take-of-item.ts';
import type { TakenIn } from './take-wire-item.ts';
import { insertTakes } from './takes.repo.ts';

export type NewItems<Command> = {
  /** New stories with their first take. */
  taken: { command: Command; taken: TakenIn }[];
  /** Items of which rules let no story be made. */
  ignored: Command[];
  /** Items of which nothing can be made, and why. */
  refused: { command: Command; reason: string }[];
  /** Those for `takeWireItem`, in their order, once the others are done with: they go to stories that are there then. */
  later: Folded<Command>[];
  /** Stories that these items showed to be one. */
  merged: MergedStories[];
};

/**
 * Makes stories of the items that are the first of theirs, all of them in eight statements at most: most of what comes in is new, and
 * what a statement costs is mostly the way there and back.
 */
export async function takeNewItems<Command extends TakeWireItem>(
  trx: Db,
  commands: Command[],
): Promise<NewItems<Command>> {
  const { items, merged } = await foldItems(trx, commands);
  const { planned, ignored, refused, later } = planStories(items);
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
  await keepFingerprints(trx, later);
  return { taken, ignored, refused, later, merged };
}

/** New is an item without a story and the first of its story here. */
function planStories<Command extends TakeWireItem>(
  items: Folded<Command>[],
): Pick<NewItems<Command>, 'ignored' | 'refused' | 'later'> & {
  planned: Planned<Command>[];
} {
  const planned: Planned<Command>[] = [];
  const ignored: Command[] = [];
  const refused: NewItems<Command>['refused'] = [];
  const later: Folded<Command>[] = [];
  const begun = new Set<StoryLine>();
  for (const item of items) {
    if (item.line.storyId !== undefined || begun.has(item.line)) {
      later.push(item);
      continue;
    }
    if (item.command.ruling.decision === 'ignore') {
      ignored.push(item.command);
      continue;
    }
    try {
      planned.push({ ...item, section: placeOf(item.command) });
      begun.add(item.line);
    } catch (thrown) {
      refused.push({ command: item.command, reason: messageOf(thrown) });
    }
  }
  return { planned, ignored, refused, later };
}

type Planned<Command> = Folded<Command> & { section: SectionRow };

/** @throws AppError bad_input where the item cannot become a story */
function placeOf(command: TakeWireItem): SectionRow {
  const { item, source, editions, sections, ruling } = command;
  const edition = editionFor(item, source, editions);
  const ruled = sections.find(({ edition: code, slug }) => code === edition?.code && slug === ruling.section);
  const section =
    ruled ??
    (edition && sectionFor(item, source, edition.code, sections, mappedSubjects(command, edition.code)));
  if (!section)
    throw new AppError('bad_input', `Edition ${source.edition} has no section that could take this item.`);
  if (headlineOf(item) === '' && item.pubstatus === 'usable')
    throw new AppError('bad_input', `Item ${item.uri} has no headline; a story needs one.`);
  return section;
}

const keepFingerprints = (trx: Db, items: Folded<TakeWireItem>[]): Promise<void> =>
  insertFingerprints(
    trx,
    items.flatMap((item) =>
      item.line.storyId === undefined ? [] : [{ ...item, storyId: item.line.storyId }],
    ),
  );

const keyOf = (sourceId: number | null, guid: string | null): string => `${sourceId} ${guid}`;

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
  const stories = new Map(rows.map((row) => [keyOf(row.wire_source_id, row.wire_guid), row]));
  const topicsOf = await findTopics(trx, planned);
  const made = planned.flatMap(({ command, section, line, fingerprint }) => {
    const story = stories.get(keyOf(command.source.id, command.item.uri));
    if (!story) return [];
    line.storyId = story.id;
    line.entries.push(fingerprint);
    const take = toTake(command, {
      story_id: story.id,
      number: 1,
      topics: topicsOf(section.edition, command),
    });
    return [
      {
        command,
        taken: {
          story,
          take,
          current: true,
          pictures: picturesOf(command.item),
        },
      },
    ];
  });
  await keepFingerprints(trx, planned);
  await insertTakes(
    trx,
    made.map(({ taken }) => taken.take),
  );
  return made;
}

const toStory = (
  { command: { item, source, version, ruling, at }, section }: Planned<TakeWireItem>,
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
  desk: ruling.desk ?? null,
  alerts: ruling.alerts,
  created_at: at,
  updated_at: at,
});

/** The stories of the items that these translate, by identifier. */
async function findOriginals(trx: Db, planned: Planned<TakeWireItem>[]): Promise<Map<string, number>> {
  const guids = planned.flatMap(({ command }) => originalGuid(command.item) ?? []);
  const rows = await listStoriesOfGuids(trx, [...new Set(guids)]);
  // Of several the oldest, which comes first, is to stay.
  return new Map(rows.toReversed().map(({ storyId, guid }) => [guid, storyId]));
}

/** The topics that items name, asked for once per edition. */
async function findTopics(
  trx: Db,
  planned: Planned<TakeWireItem>[],
): Promise<(edition: string, command: TakeWireItem) => number[]> {
  const byEdition = new Map<string, TopicRow[]>();
  for (const edition of new Set(planned.map(({ section }) => section.edition))) {
    const commands = planned
      .filter(({ section }) => section.edition === edition)
      .map(({ command }) => command);
    const names = {
      codes: [...new Set(commands.flatMap(({ item }) => subjectCodes(item)))],
      slugs: [...new Set(commands.flatMap(topicSlugs))],
    };
    byEdition.set(edition, await findTopicsNamed(trx, edition, names));
  }
  return (edition, command) => {
    const codes = new Set(subjectCodes(command.item));
    const slugs = new Set(topicSlugs(command));
    const named = byEdition
      .get(edition)
      ?.filter(({ code, slug }) => slugs.has(slug) || codes.has(code ?? ''));
    return [...new Set([...(named ?? []).map(({ id }) => id), ...mappedSubjects(command, edition).topics])];
  };
}
