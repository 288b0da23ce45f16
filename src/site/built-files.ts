import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, messageOf } from '#lib/errors.ts';
import { type PageResponse, page } from '#platform/page-cache/page.ts';
import type { AssetManifest } from '#ui/assets.ts';

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

const NAME = /^[\w-]+(?:\.[\w-]+)*\.(css|js|woff2|svg)$/;

/** The names of built files by which pages ask for them. Throws a sentence where the build is missing. */
export async function readAssetManifest(folder: string): Promise<AssetManifest> {
  try {
    return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as AssetManifest;
  } catch (thrown) {
    throw new AppError(
      'unavailable',
      `The built files in ${folder} cannot be read (${messageOf(thrown)}). Run npm run build.`,
    );
  }
}

/** A built file. Its name holds the hash of its content, so that it may be kept for ever. */
export async function builtFilePage(folder: string, name: string): Promise<PageResponse> {
  const extension = NAME.exec(name)?.[1];
  if (!extension) throw new AppError('not_found', 'There is no such file.');
  const body = await readFile(join(folder, name)).catch(() => {
    throw new AppError(
      'not_found',
      'There is no such file; the page that named it may be from an earlier release.',
    );
  });
  const type = TYPES[extension] ?? 'application/octet-stream';
  return page({
    type,
    body,
    headers: [['cache-control', 'public, max-age=31536000, immutable']],
    maxAgeSeconds: 86_400,
  });
}
