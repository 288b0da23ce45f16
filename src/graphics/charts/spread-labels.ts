/** A label that wants to be centred `at` on a line and takes `size` of it. */
export type WantedLabel = { at: number; size: number };

/**
 * Moves labels along one line so that none overlaps, in order of `at`, each as near to its wish as the others allow,
 * all between `from` and `to` while there is room. Returns the centres in the order given.
 */
export function spreadLabels(wanted: readonly WantedLabel[], from: number, to: number): number[] {
  const order = wanted.map((label, index) => ({ ...label, index })).sort((a, b) => a.at - b.at);
  // Pool neighbours that collide into blocks that share the mean of their wishes (isotonic regression).
  const blocks: { start: number; size: number; members: typeof order }[] = [];
  for (const label of order) {
    let block = { start: label.at - label.size / 2, size: label.size, members: [label] };
    for (
      let before = blocks.at(-1);
      before && before.start + before.size > block.start;
      before = blocks.at(-1)
    ) {
      blocks.pop();
      block = mergeBlocks(before, block, from, to);
    }
    blocks.push({ ...block, start: clamp(block.start, from, to - block.size) });
    settle(blocks, from, to);
  }
  const centres: number[] = [];
  for (const block of blocks) {
    let cursor = block.start;
    for (const member of block.members) {
      centres[member.index] = cursor + member.size / 2;
      cursor += member.size;
    }
  }
  return centres;
}

type Block = { start: number; size: number; members: (WantedLabel & { index: number })[] };

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

function mergeBlocks(before: Block, after: Block, from: number, to: number): Block {
  const members = [...before.members, ...after.members];
  const size = before.size + after.size;
  let offset = 0;
  let wishes = 0;
  for (const member of members) {
    wishes += member.at - member.size / 2 - offset;
    offset += member.size;
  }
  return { members, size, start: clamp(wishes / members.length, from, Math.max(from, to - size)) };
}

/** After a block was pushed in from the end of the line it may touch the one before it again. */
function settle(blocks: Block[], from: number, to: number): void {
  for (
    let last = blocks.at(-1), before = blocks.at(-2);
    last && before;
    last = blocks.at(-1), before = blocks.at(-2)
  ) {
    if (before.start + before.size <= last.start + 1e-9) return;
    blocks.splice(-2, 2, mergeBlocks(before, last, from, to));
  }
}
