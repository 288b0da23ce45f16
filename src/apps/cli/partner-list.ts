import { listAllowedSources, listPartners, type PartnerRow } from '#features/partners/partners.ts';
import { listSections } from '#features/taxonomy/taxonomy.ts';
import { listSources } from '#features/wire/wire.ts';
import { type Call, WrongUse } from './command.ts';
import type { partnerListOptions } from './partner.command.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

/** `dateline partner list` */
export async function partnerList(call: Call<typeof partnerListOptions>): Promise<undefined> {
  const { words, values, print, say } = call;
  if (words.length > 0) throw new WrongUse(`"${words[0]}" is one word too many.`);
  await withDatabase(call, async (db) => {
    const sections = new Map((await listSections(db)).map(({ id, slug }) => [id, slug]));
    const views = (await listPartners(db)).map((partner) => toView(partner, sections));
    if (values.json) return print(`${JSON.stringify(views, null, 2)}\n`);
    if (views.length === 0) return say('There are no partners yet. See: dateline partner add --help');
    const headings = ['NAME', 'FORMAT', 'TEXT', 'FOR', 'COPY', 'PUSH', 'STATE'];
    await print(toTextTable([headings, ...views.map(toCells)]));
    const allowed = new Set(await listAllowedSources(db));
    const names = (await listSources(db)).filter(({ id }) => allowed.has(id)).map(({ name }) => name);
    if (names.length > 0) say(`Copy of these sources goes to all of them: ${names.join(', ')}.`);
  });
}

type View = ReturnType<typeof toView>;

const toView = (partner: PartnerRow, sections: Map<number, string>) => ({
  name: partner.name,
  format: partner.format,
  text: partner.text,
  edition: partner.edition ?? undefined,
  section: partner.section_id === null ? undefined : sections.get(partner.section_id),
  wire: partner.wire,
  terms: partner.terms,
  push: partner.push_url ?? undefined,
  failures: partner.failures,
  failing_since: partner.failing_since ?? undefined,
  stopped: partner.stopped ?? undefined,
});

function toCells(view: View): string[] {
  const place = [view.edition, view.section].filter(Boolean).join('/') || 'all';
  const failing = view.failures > 0 ? `${view.failures} failures` : 'ok';
  return [
    view.name,
    view.format,
    view.text,
    place,
    view.wire ? 'all' : 'own',
    view.push ?? '',
    view.stopped ?? failing,
  ];
}
