import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** CPU microseconds that a process has used so far, from /proc (Linux); undefined elsewhere. Counted in steps of 10 ms. */
export function cpuMicroseconds(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the process, in brackets, may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1e6;
  } catch {
    return undefined;
  }
}
