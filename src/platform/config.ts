import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { findNearest } from '#lib/nearest.ts';

const port = (example: string) => {
  const sentence = `must be a number from 0 to 65535, such as ${example}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, sentence)
    .transform(Number)
    .refine((value) => value <= 65_535, sentence);
};

const addressWith = (protocols: string[], hint: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), `must be ${hint}`);

const baseUrl = addressWith(
  ['http:', 'https:'],
  'the address readers use, such as https://paper.example',
).refine((value) => !URL.canParse(value) || /^\/?$/.test(new URL(value).pathname + new URL(value).search), {
  message: 'must be an address without a path: the paper owns its whole host, such as https://paper.example',
});

const proxies = z
  .string()
  .regex(/^\d$/, 'must be how many proxies of your own stand in front, from 0 to 9, such as 1 behind nginx')
  .transform(Number);

const hostList = z.string().transform((value) => value.split(/[\s,]+/).filter(Boolean));

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: () => `must be one of ${values.join(', ')}` });

/** Every variable the program reads; the names are promises, so a new one is written down here first. */
const variables = z.object({
  PORT: port('PORT=3000').default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: baseUrl.optional(),
  DATELINE_DATA: z.string().default('var'),
  DATABASE_URL: addressWith(
    ['postgres:', 'postgresql:'],
    'a PostgreSQL address, such as postgres://user:password@host:5432/dateline',
  ).optional(),
  SMTP_URL: addressWith(
    ['smtp:', 'smtps:'],
    'a mail server address, such as smtp://user:password@host:587',
  ).optional(),
  BLOB_URL: addressWith(
    ['file:', 's3:'],
    'a folder or a bucket, such as file:///srv/dateline/media or s3://key:secret@host/bucket',
  ).optional(),
  DATELINE_DEMO: oneOf(['on', 'off']).default('on'),
  DATELINE_ROLE: oneOf(['all', 'web', 'worker']).default('all'),
  DATELINE_PRIVATE_SOURCES: hostList.default([]),
  DATELINE_PROXIES: proxies.default(0),
  DATELINE_HEALTH_PORT: port('DATELINE_HEALTH_PORT=9090').optional(),
});

export type Config = {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Where readers find the paper, without a slash at the end. */
  baseUrl: string;
  /** Absolute path of the folder for database, media, inbox and keys. */
  dataFolder: string;
  /** Absent: the program runs its own PostgreSQL in the data folder. */
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  /** `file:` with an absolute path, or `s3:`. */
  blobUrl: string;
  demo: boolean;
  role: 'all' | 'web' | 'worker';
  /** Hosts in private address ranges that sources may use. */
  privateSources: string[];
  /** How many proxies of our own a request has passed: so many of the addresses in X-Forwarded-For are believed. */
  trustedProxies: number;
  /** Where a worker without a web node says how it is; absent: nowhere. 0 takes any free port. */
  healthPort: number | undefined;
};

type Environment = Record<string, string | undefined>;

function unknownNames(env: Environment): string[] {
  const known = Object.keys(variables.shape);
  return Object.keys(env)
    .filter((name) => name.startsWith('DATELINE_') && !known.includes(name))
    .map((name) => {
      const nearest = findNearest(name, known);
      const instead = nearest
        ? `Did you mean ${nearest}?`
        : `The known ones are ${known.filter((one) => one.startsWith('DATELINE_')).join(', ')}.`;
      return `There is no setting ${name}. ${instead}`;
    });
}

const browsable = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

/** `file:media` and `file:///srv/media` both name a folder; a relative one counts from where the program started. */
function toBlobUrl(given: string | undefined, dataFolder: string, cwd: string): string {
  if (given === undefined) return pathToFileURL(resolve(dataFolder, 'media')).href;
  const path = given.slice('file:'.length);
  return given.startsWith('file:') && !isAbsolute(path) ? pathToFileURL(resolve(cwd, path)).href : given;
}

/**
 * The settings of this process, from its environment. An empty variable counts as absent.
 * Throws `AppError('bad_input')` with one sentence per wrong or unknown variable, each saying what to write instead.
 */
export function readConfig(env: Environment = process.env, cwd: string = process.cwd()): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  const sentences = [...unknownNames(given), ...wrong];
  if (!parsed.success || sentences.length > 0) throw new AppError('bad_input', sentences.join('\n'));
  const values = parsed.data;
  const dataFolder = resolve(cwd, values.DATELINE_DATA);
  return {
    port: values.PORT,
    host: values.HOST,
    baseUrl: (values.BASE_URL ?? `http://${browsable(values.HOST)}:${values.PORT}`).replace(/\/+$/, ''),
    dataFolder,
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    blobUrl: toBlobUrl(values.BLOB_URL, dataFolder, cwd),
    demo: values.DATELINE_DEMO === 'on',
    role: values.DATELINE_ROLE,
    privateSources: values.DATELINE_PRIVATE_SOURCES,
    trustedProxies: values.DATELINE_PROXIES,
    healthPort: values.DATELINE_HEALTH_PORT,
  };
}

/** The server that database tests use, where the person who runs them names one. */
export const readTestDatabaseUrl = (env: Environment = process.env): string | undefined =>
  readConfig({ DATABASE_URL: env.DATABASE_URL }).databaseUrl;
