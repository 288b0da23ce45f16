import { type Box, boxesOverlap, boxWithin, grow } from '../box.ts';
import { type Point, segmentMeetsBox } from '../geometry.ts';

/** A place that a label could take; lower cost is a better place. */
export type Candidate = { box: Box; cost: number };
/** A label with the places that it could take; lower `priority` is placed first. */
export type Placeable = {
  candidates: readonly Candidate[];
  priority: number /** Left free if at all possible. */;
  avoid?: readonly Box[];
};
/** A line as its segments. */
export type Polyline = readonly [Point, Point][];
export type Surroundings = {
  /** Nothing may leave it. */
  frame: Box;
  /** Nothing may cover these: dots and symbols. */
  obstacles: readonly Box[];
  /** Lines that a label should rather not cross. */
  lines: readonly Polyline[];
  /** Air in px that labels keep from one another. */
  clearance?: number;
};

const CROSSING_COST = 4.5;
const CROSSED_PIECE_COST = 0.3;
const AVOID_COST = 10;
const CROSSINGS_COUNTED = 5;
const ROUNDS = 3;

/**
 * Places labels on a map so that none covers another, an obstacle or the edge of the map. Returns for each label the
 * number of its candidate, or undefined where there is no room at all (the least important lose first).
 * Greedy by priority, then single labels are moved to make room, then each looks again for a better place.
 */
export function placeLabels(
  labels: readonly Placeable[],
  surroundings: Surroundings,
): (number | undefined)[] {
  const options = labels.map((label) => rankCandidates(label, surroundings));
  const order = labels
    .map((_, index) => index)
    .sort((a, b) => (labels[a]?.priority ?? 0) - (labels[b]?.priority ?? 0) || a - b);
  const taken = new Map<number, Ranked>();
  for (const index of order) placeBest(index, options, taken);
  for (let round = 0; round < ROUNDS; round++) {
    for (const index of order) if (!taken.has(index)) makeRoom(index, options, taken);
    for (const index of order) {
      taken.delete(index);
      placeBest(index, options, taken);
    }
  }
  return labels.map((_, index) => taken.get(index)?.candidate);
}

type Ranked = { box: Box; cost: number; candidate: number };

function rankCandidates(
  label: Placeable,
  { frame, obstacles, lines, clearance = 0 }: Surroundings,
): Ranked[] {
  return label.candidates
    .map(({ box, cost }, candidate) => ({ box, cost, candidate }))
    .filter(({ box }) => boxWithin(box, frame) && !obstacles.some((obstacle) => boxesOverlap(box, obstacle)))
    .map((option) => ({
      ...option,
      cost: option.cost + crossingCost(option.box, lines) + avoidCost(label, option.box),
    }))
    .map((option) => ({ ...option, box: grow(option.box, clearance / 2) }))
    .sort((a, b) => a.cost - b.cost);
}

const avoidCost = ({ avoid = [] }: Placeable, box: Box): number =>
  avoid.some((other) => boxesOverlap(box, other)) ? AVOID_COST : 0;

function crossingCost(box: Box, lines: readonly Polyline[]): number {
  let cost = 0;
  for (const line of lines) {
    let pieces = 0;
    for (const segment of line) if (pieces < CROSSINGS_COUNTED && segmentMeetsBox(segment, box)) pieces++;
    if (pieces > 0) cost += CROSSING_COST + pieces * CROSSED_PIECE_COST;
  }
  return cost;
}

function inTheWay(box: Box, taken: ReadonlyMap<number, Ranked>): number[] {
  return [...taken].filter(([, other]) => boxesOverlap(box, other.box)).map(([index]) => index);
}

function placeBest(index: number, options: Ranked[][], taken: Map<number, Ranked>): boolean {
  const free = options[index]?.find(({ box }) => inTheWay(box, taken).length === 0);
  if (free) taken.set(index, free);
  return free !== undefined;
}

/** Puts a label where one other stands when that one has somewhere else to go. */
function makeRoom(index: number, options: Ranked[][], taken: Map<number, Ranked>): void {
  for (const option of options[index] ?? []) {
    const [blocker, ...more] = inTheWay(option.box, taken);
    if (blocker === undefined || more.length > 0) continue;
    const before = taken.get(blocker);
    taken.delete(blocker);
    taken.set(index, option);
    if (placeBest(blocker, options, taken)) return;
    taken.delete(index);
    if (before) taken.set(blocker, before);
  }
}
