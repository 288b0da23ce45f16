import type { Db } from '#platform/database.ts';

declare module '#platform/database.ts' {
  interface Tables {
    /** Where pictures came from: the address by which copy names one, and the stored picture once it is there. */
    media_source: { href: string; media_id: number | null; failed: string | null; fetched_at: Date | null };
  }
}

/** Notes addresses of pictures to be fetched; returns those that nobody has noted before. */
export async function requestSources(db: Db, hrefs: string[]): Promise<string[]> {
  if (hrefs.length === 0) return [];
  const rows = await db
    .insertInto('media_source')
    .values([...new Set(hrefs)].map((href) => ({ href, media_id: null, failed: null, fetched_at: null })))
    .onConflict((conflict) => conflict.column('href').doNothing())
    .returning('href')
    .execute();
  return rows.map((row) => row.href);
}

/** Says which stored picture an address means. */
export async function saveSource(
  db: Db,
  source: { href: string; media_id: number; fetched_at: Date },
): Promise<void> {
  const values = { ...source, failed: null };
  await db
    .insertInto('media_source')
    .values(values)
    .onConflict((conflict) => conflict.column('href').doUpdateSet(values))
    .execute();
}

/** Those of these addresses whose pictures could not be had, and why. */
export const listFailedSources = async (
  db: Db,
  hrefs: string[],
): Promise<{ href: string; failed: string | null }[]> =>
  hrefs.length === 0
    ? []
    : db
        .selectFrom('media_source')
        .select(['href', 'failed'])
        .where('href', 'in', hrefs)
        .where('failed', 'is not', null)
        .execute();

/** Keeps why a picture could not be had, for the desk. */
export const failSource = async (db: Db, href: string, reason: string, at: Date): Promise<void> => {
  await db
    .updateTable('media_source')
    .set({ failed: reason, fetched_at: at })
    .where('href', '=', href)
    .execute();
};
