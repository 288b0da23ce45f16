import { setTimeout as pause } from 'node:timers/promises';
import type { PaperProcess } from './paper-process.ts';
import type { Stage } from './stage.ts';

export type Reads = {
  /** Beacons that were sent, whether or not an answer came. */
  sent: number;
  /** When each node said of a beacon that it was taken. */
  taken: { node: PaperProcess; at: number }[];
};

const EVERY_MS = 15;
const BROWSER = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'accept-language': 'en',
};

let readers = 0;

/** Another network for each read: no two are of one reader. */
function nextAddress(): string {
  readers += 1;
  return `${20 + ((readers >> 16) & 63)}.${(readers >> 8) & 255}.${readers & 255}.7`;
}

/** Reads articles on one node after the other, as browsers tell, until told to stop. */
export async function readArticles(
  { nodes }: Stage,
  articles: number[],
  signal: AbortSignal,
): Promise<Reads> {
  const reads: Reads = { sent: 0, taken: [] };
  const under = new Set<Promise<void>>();
  const read = async (node: PaperProcess, article: number) => {
    const response = await fetch(`${node.origin}/events/view`, {
      method: 'POST',
      headers: { ...BROWSER, 'x-forwarded-for': nextAddress() },
      body: String(article),
    }).catch(() => undefined);
    if (response?.status === 204) reads.taken.push({ node, at: performance.now() });
  };
  while (!signal.aborted) {
    reads.sent += 1;
    const node = nodes[reads.sent % 2 ? 0 : 1];
    const one = read(node, articles[reads.sent % articles.length] ?? 0).finally(() => under.delete(one));
    under.add(one);
    await pause(EVERY_MS);
  }
  await Promise.all(under);
  return reads;
}
