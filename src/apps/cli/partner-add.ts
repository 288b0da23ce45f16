import { type AddPartner, addPartner, PARTNER_FORMATS } from '#features/partners/partners.ts';
import { listSections } from '#features/taxonomy/taxonomy.ts';
import { systemClock } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { createGuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { chooseEdition } from './choose-edition.ts';
import { type Call, WrongUse } from './command.ts';
import type { partnerAddOptions } from './partner.command.ts';
import { readName } from './partner-edit.ts';
import { withDatabase } from './with-database.ts';

type PartnerAdd = Call<typeof partnerAddOptions>;

/** `dateline partner add`: the key and the push secret are the result, a line each. */
export async function partnerAdd(call: PartnerAdd): Promise<undefined> {
  const asked = readAsked(call);
  await withDatabase(call, async (db, config) => {
    if (asked.pushUrl !== undefined) {
      const fetch = createGuardedFetch(config);
      await fetch.check(asked.pushUrl).finally(() => fetch.close());
    }
    const place = await findPlace(db, call);
    const { partner, key, pushSecret } = await addPartner(db, { ...asked, ...place }, systemClock());
    const wire = partner.wire ? 'agencies’ copy, too' : 'the paper’s own copy';
    call.say(`Added ${partner.name}: ${partner.text} texts, ${wire}, as ${partner.format}.`);
    call.say(`Its key for GET ${config.baseUrl}/api/partner, shown only now:`);
    await call.print(`${key}\n`);
    if (pushSecret === undefined) return;
    call.say('The secret that its pushes are signed with, shown only now:');
    await call.print(`${pushSecret}\n`);
  });
}

function readAsked({ values, words }: PartnerAdd): AddPartner {
  return {
    name: readName(words, 'for the partner, such as: partner add harbour-weekly'),
    format: oneOf('--format', values.format ?? 'ninjs', PARTNER_FORMATS),
    text: oneOf('--text', values.text ?? 'full', ['full', 'short']),
    wire: oneOf('--wire', values.wire ?? 'no', ['yes', 'no']) === 'yes',
    terms: values.terms,
    pushUrl: values.push,
  };
}

function oneOf<const T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new WrongUse(`${option} takes one of ${known.join(', ')}, not "${value}".`);
  return found;
}

/** A section is one of an edition: without --edition of the paper's first. */
async function findPlace(db: Db, { values }: PartnerAdd): Promise<{ edition?: string; sectionId?: number }> {
  if (values.edition === undefined && values.section === undefined) return {};
  const edition = await chooseEdition(db, values.edition);
  if (values.section === undefined) return { edition: edition.code };
  const sections = (await listSections(db)).filter((one) => one.edition === edition.code);
  const section = sections.find(({ slug }) => slug === values.section);
  if (section) return { edition: edition.code, sectionId: section.id };
  const known = sections.map(({ slug }) => slug).join(', ');
  throw new AppError('not_found', `There is no section ${values.section}. There is: ${known}.`);
}
