import type { EditionRow } from '#features/taxonomy/taxonomy.ts';
import type { BriefingListRow } from './briefings.tables.ts';

const IP_ADDRESS = /^[\d.]+$|^\[/;

/** Whom a list's mail is from: the list's own address, or `briefing@` the host that readers know. */
export function senderAddress(
  list: Pick<BriefingListRow, 'from_address'>,
  edition: Pick<EditionRow, 'name'>,
  baseUrl: string,
): { name: string; address: string; domain: string } {
  const { hostname } = new URL(baseUrl);
  const host = IP_ADDRESS.test(hostname) ? 'localhost' : hostname;
  const address = list.from_address || `briefing@${host}`;
  return { name: edition.name, address, domain: address.slice(address.lastIndexOf('@') + 1) };
}
