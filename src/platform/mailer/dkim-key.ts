import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type DkimKey = { domainName: string; keySelector: string; privateKey: string };

const FILE_NAME = /^([a-z0-9-]+)\._domainkey\.([a-z0-9.-]+)\.pem$/;

/**
 * The key that mail of this domain is signed with (RFC 6376), found by its file's name, which is the name of its DNS
 * record: `SELECTOR._domainkey.DOMAIN.pem` in the keys folder. Undefined where there is none: then the mail server signs.
 */
export async function findDkimKey(folder: string, domain: string): Promise<DkimKey | undefined> {
  const names = await readdir(folder).catch(() => [] as string[]);
  for (const name of names.toSorted().toReversed()) {
    const [, keySelector, domainName] = FILE_NAME.exec(name) ?? [];
    if (keySelector && domainName === domain) {
      return { domainName, keySelector, privateKey: await readFile(join(folder, name), 'utf8') };
    }
  }
  return undefined;
}
