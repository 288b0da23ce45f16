import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { StoryCopy } from './round-copy.ts';
import type { Stage } from './stage.ts';

export type Handover = {
  /** Messages of the provider, and how often it had to hand one over until that was acknowledged. */
  messages: number;
  attempts: number;
  /** Answers of 500 and the like: a refusal must be one that says to come again. */
  wrong: string[];
};

/** As a provider's program: what is not acknowledged in this time is handed over again. */
const ANSWER_WITHIN_MS = 3000;
const AGAIN_MS = 50;
const LANES = 4;

/**
 * Hands stories over by HTTP, to one node after the other, each message until it is acknowledged and before the next of
 * its story. `onKilled` is told of each kill that was acknowledged.
 */
export async function handOver(
  { nodes, token }: Stage,
  stories: StoryCopy[],
  { overMs, onKilled }: { overMs: number; onKilled: (story: StoryCopy) => void },
): Promise<Handover> {
  const told: Handover = { messages: 0, attempts: 0, wrong: [] };
  const waiting = [...stories];
  const gapMs = (overMs * LANES) / stories.reduce((sum, { messages }) => sum + messages.length, 0);
  const lane = async () => {
    for (let story = waiting.shift(); story; story = waiting.shift()) {
      for (const message of story.messages) {
        told.messages += 1;
        while (!(await post(message))) await pause(AGAIN_MS);
        await pause(gapMs);
      }
      if (story.fate === 'killed') onKilled(story);
    }
  };
  const post = async (message: string): Promise<boolean> => {
    told.attempts += 1;
    const node = nodes[told.attempts % 2 ? 0 : 1];
    const response = await fetch(`${node.origin}/wire/agency`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: message,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (response?.status === 202 && text !== undefined) return true;
    const again = response?.status === 503 && response.headers.has('retry-after');
    if (response && text !== undefined && !again)
      told.wrong.push(`POST /wire/agency answers ${response.status}: ${text}`);
    return false;
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return told;
}

/** Puts stories into the watched folder, each file whole and under a name that keeps the order. */
export async function putIntoFolder(
  { inbox }: Stage,
  stories: StoryCopy[],
  { overMs, round }: { overMs: number; round: string },
): Promise<Handover> {
  const messages = stories.flatMap((story) => story.messages);
  for (const [index, message] of messages.entries()) {
    const name = `${round}-${String(index).padStart(4, '0')}.json`;
    await writeFile(join(inbox, `.${name}`), message);
    await rename(join(inbox, `.${name}`), join(inbox, name));
    await pause(overMs / messages.length);
  }
  return { messages: messages.length, attempts: messages.length, wrong: [] };
}
