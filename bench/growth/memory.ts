import { readdirSync, readFileSync } from 'node:fs';

/** Bytes that a process and its children hold, memory that they share counted once (PSS); undefined where /proc tells nothing. */
export function bytesHeld(pid: number): number | undefined {
  const pids = [pid, ...descendantsOf(pid)];
  const held = pids.map(proportionalBytes).filter((bytes) => bytes !== undefined);
  return held.length > 0 ? held.reduce((sum, bytes) => sum + bytes, 0) : undefined;
}

function proportionalBytes(pid: number): number | undefined {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return found ? Number(found[1]) * 1024 : undefined;
  } catch {
    return undefined;
  }
}

function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(entry);
    if (parent !== undefined) parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)]);
  }
  const found: number[] = [];
  for (
    let open = parents.get(pid) ?? [];
    open.length > 0;
    open = open.flatMap((one) => parents.get(one) ?? [])
  )
    found.push(...open);
  return found;
}

function parentOf(pid: string): number | undefined {
  try {
    // The name in brackets may hold spaces and brackets; what counts comes after the last one.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(parent);
  } catch {
    return undefined;
  }
}
