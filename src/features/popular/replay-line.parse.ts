import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import type { ReplayedViews } from './replay-views.ts';

const lineSchema = z
  .object({
    at: z.iso.datetime({ offset: true }),
    article: z.union([z.number().int().positive(), z.string().min(1)]).optional(),
    path: z.string().min(1).optional(),
    n: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
  })
  .refine(({ article, path }) => article !== undefined || path !== undefined);

/**
 * One line of a file of reads: `{"at": ISO 8601 with offset, "article": number | "path": address, "n": how many}`;
 * without `n` it is one read. Throws `bad_input` for anything else.
 */
export function parseReplayLine(line: string): ReplayedViews {
  const parsed = lineSchema.safeParse(toJson(line));
  if (parsed.success) {
    const { at, article, path, n } = parsed.data;
    return { at: new Date(at), article: String(article ?? path), views: n };
  }
  throw new AppError(
    'bad_input',
    'A line must look like {"at": "2026-11-24T08:15:00Z", "path": "/world/…", "n": 3}, or with "article": a number for "path".',
  );
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
