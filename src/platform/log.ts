import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

const levels: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** A person at a terminal needs neither the process id nor the host's name. */
const notForPeople = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err']);

type Line = { level: number; time: number; msg?: string; err?: { message?: string; stack?: string } };

/** A JSON log line as one line for people, an error's stack below it. */
export const toReadableLine = (json: string): string => {
  const line = JSON.parse(json) as Line & Record<string, unknown>;
  const time = new Date(line.time).toISOString().slice(11, 19);
  const extras = Object.entries(line)
    .filter(([name]) => !notForPeople.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const head = [time, (levels[line.level] ?? '?').padEnd(5), line.msg ?? '', ...extras].join(' ').trimEnd();
  const trace = line.err?.stack ?? line.err?.message;
  return trace === undefined ? `${head}\n` : `${head}\n${trace.replace(/^/gm, '  ')}\n`;
};

const readable = (out: NodeJS.WritableStream): DestinationStream => ({
  write: (json) => {
    out.write(toReadableLine(json));
  },
});

export type LogOptions = {
  readonly level?: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly out?: NodeJS.WritableStream & { isTTY?: boolean };
};

/** What must not be written down even by mistake. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'token',
  '*.authorization',
  '*.cookie',
  '*.password',
  '*.token',
];

/** A log to stderr: JSON lines for machines, readable lines at a terminal. stdout stays free for results. */
export const createLog = ({ level = 'info', out = process.stderr }: LogOptions = {}): Log =>
  pino({ level, redact: { paths: secrets, censor: '[hidden]' } }, out.isTTY ? readable(out) : out);
