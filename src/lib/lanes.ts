/**
 * Does `work` for every item, so many at the same time, in order of their start. Where some fail the others are done all the same;
 * the first error is thrown once nothing runs any more.
 */
export async function eachInLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const errors: unknown[] = [];
  const lane = async () => {
    for (const item of waiting) await work(item).catch((thrown: unknown) => errors.push(thrown));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (errors.length > 0) throw errors[0];
}
