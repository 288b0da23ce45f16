import type { EditionRow } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { editionFor } from '../route-item.ts';
import { type Fingerprint, type FoldedItem, toFingerprint } from './fingerprint.ts';
import { type Asked, findCandidates, listFingerprints, lockRealms } from './fingerprints.repo.ts';
import type { Reason } from './fingerprints.tables.ts';
import { groupItems } from './group-items.ts';
import { type MergedStories, mergeStories } from './merge-stories.ts';

/**
 * A story as items go to it: which it is, once it is there; the items it has, in no order; and those of stories that were merged into it
 * just now.
 */
export type StoryLine = { storyId?: number; entries: Fingerprint[]; incoming: Fingerprint[] };

export type Folded<Command> = Asked & { command: Command; because: Reason; line: StoryLine };

export type FoldedItems<Command> = { items: Folded<Command>[]; merged: MergedStories[] };

/** Finds out which of these items are of one story with each other and with what came before; in the order of the commands. */
export async function foldItems<Command extends FoldedItem & { editions: EditionRow[] }>(
  trx: Db,
  commands: Command[],
): Promise<FoldedItems<Command>> {
  if (commands.length === 0) return { items: [], merged: [] };
  const asked = commands.map((command) => {
    const { item, source, editions } = command;
    return toFingerprint(command, editionFor(item, source, editions)?.code ?? source.edition);
  });
  await lockRealms(
    trx,
    asked.map(({ fingerprint }) => fingerprint.realm),
  );
  const candidates = await findCandidates(trx, asked);
  const { groups, because } = groupItems(asked, candidates);
  const own = new Map(candidates.flatMap(({ strand, place, storyId }) => (strand ? [[place, storyId]] : [])));
  const merged: MergedStories[] = [];
  const lines = await openLines(
    trx,
    groups.flatMap(({ storyIds }) => storyIds),
  );
  const items: Folded<Command>[] = [];
  for (const { places, storyIds } of groups) {
    const merge = storyIds.length > 1 ? await mergeStories(trx, storyIds) : undefined;
    if (merge) merged.push(merge);
    const shared = lineOf(lines, merge, storyIds);
    for (const place of places) {
      const [command, one] = [commands[place], asked[place]];
      if (!command || !one) continue;
      const line = (merge ? undefined : lines.get(own.get(place) ?? 0)) ?? shared;
      items[place] = { ...one, command, because: because(place), line };
    }
  }
  return { items, merged };
}

async function openLines(trx: Db, storyIds: number[]): Promise<Map<number, StoryLine>> {
  const lines = new Map(
    storyIds.map((storyId): [number, StoryLine] => [storyId, { storyId, entries: [], incoming: [] }]),
  );
  for (const { storyId, fingerprint } of await listFingerprints(trx, storyIds))
    lines.get(storyId)?.entries.push(fingerprint);
  return lines;
}

/** The line that new items of a group go to. */
function lineOf(
  lines: Map<number, StoryLine>,
  merge: MergedStories | undefined,
  storyIds: number[],
): StoryLine {
  const first = lines.get(merge?.survivor.id ?? storyIds[0] ?? 0) ?? { entries: [], incoming: [] };
  for (const { id } of merge?.absorbed ?? []) first.incoming.push(...(lines.get(id)?.entries ?? []));
  return first;
}
