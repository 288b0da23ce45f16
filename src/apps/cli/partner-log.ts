import { getPartner, listDeliveries } from '#features/partners/partners.ts';
import type { Call } from './command.ts';
import type { partnerLogOptions } from './partner.command.ts';
import { readName } from './partner-edit.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

const SHOWN = 100;

/** `dateline partner log` */
export async function partnerLog(call: Call<typeof partnerLogOptions>): Promise<undefined> {
  const { values, print, say } = call;
  const name = readName(call.words, 'of a partner');
  await withDatabase(call, async (db) => {
    const partner = await getPartner(db, name);
    const deliveries = await listDeliveries(db, partner.id, SHOWN);
    if (values.json) return print(`${JSON.stringify(deliveries, null, 2)}\n`);
    if (deliveries.length === 0) return say(`Nothing has been pushed to ${name} yet.`);
    const rows = deliveries.map(({ article_id, at, state, version, status, attempts, error }) => [
      at.toISOString().slice(0, 19),
      String(article_id),
      version === null ? '' : `${version} ${status}`,
      state,
      String(attempts),
      error ?? '',
    ]);
    await print(toTextTable([['AT', 'ARTICLE', 'HAS', 'STATE', 'TRIES', 'WHY'], ...rows]));
  });
}
