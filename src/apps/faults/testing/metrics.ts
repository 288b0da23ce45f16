import type { PaperProcess } from './paper-process.ts';

/** A figure of a node's /metrics; `undefined` where it does not answer. */
export async function readMetric(node: PaperProcess, name: string): Promise<number | undefined> {
  const response = await fetch(`${node.origin}/metrics`).catch(() => undefined);
  const text = await response?.text().catch(() => undefined);
  const line = text?.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length));
}
