import { z } from 'zod';

/** Counted up when an archive is laid out in another way. */
export const ARCHIVE_FORMAT = 1;

export const MANIFEST_NAME = 'manifest.json';
export const JOBS_NAME = 'jobs.copy';

/** `tables/article/000001.copy`: a stretch of the table in the text format of PostgreSQL's COPY. */
export const tablePartName = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(6, '0')}.copy`;
export const blobPartName = (key: string): string => `blobs/${key}`;

const PART = /^(?:tables\/(?<table>[a-z_0-9]+)\/\d+\.copy|blobs\/(?<key>.+))$/;

/** What a part's name says it holds: rows of a table, or the file of a key. */
export function parsePartName(name: string): { table?: string; key?: string } {
  const { table, key } = PART.exec(name)?.groups ?? {};
  return { table, key };
}

/** Anything may be written where the format is newer than ours, so it is looked at first. */
export const formatSchema = z.object({ format: z.number().int(), program: z.string() });

/** The last part of an archive: what it holds, how it was made, and how each part is known to be whole. */
export const manifestSchema = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  /** Version of the Dateline that made it. */
  program: z.string(),
  made: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
  /** int8 as text. */
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  jobs: z.number().int(),
  /** Files that the database refers to and the store did not have. */
  missing: z.array(z.string()),
  /** In the order of the archive; `type` is the media type of a file. */
  parts: z.array(
    z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string(), type: z.string().optional() }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type Part = Manifest['parts'][number];
