/**
 * Gathers what is given while a piece of work is under way and does it all in one next piece. Under load the pieces grow
 * by themselves, and a single one does not wait.
 */
export function coalesce<Item>(work: (items: Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: { item: Item; done: () => void; fail: (error: unknown) => void }[] = [];
  let busy = false;

  const run = async () => {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await work(batch.map(({ item }) => item));
        for (const { done } of batch) done();
      } catch (thrown) {
        for (const { fail } of batch) fail(thrown);
      }
    }
    busy = false;
  };

  return (item) =>
    new Promise((done, fail) => {
      waiting.push({ item, done, fail });
      if (!busy) void run();
    });
}
