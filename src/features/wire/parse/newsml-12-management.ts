import type { PubStatus, WireLink } from '../wire-item.schema.ts';
import { readAgencyDate } from './agency-date.ts';
import { formalName, withoutRevision } from './newsml-12-names.ts';
import { attributeOf, childOf, childrenOf, wordsOf, type XmlElement } from './xml-tree.ts';

export type Management = {
  pubstatus: PubStatus;
  embargoed?: string;
  urgency?: number;
  versioncreated?: string;
  firstcreated?: string;
  signal: string[];
  evolvedfrom?: string;
  links: WireLink[];
  ednotes: string[];
};

/** NewsManagement: status and when it changes, times, urgency, instructions, and the items that this one comes from. */
export function newsManagement(newsItem: XmlElement, notes: string[], zone: string | undefined): Management {
  const management = childOf(newsItem, 'NewsManagement');
  const status = formalName(childOf(management, 'Status'))?.toLowerCase();
  const instructions = childrenOf(management, 'Instruction').map((one) => formalName(one) ?? '');
  const type = formalName(childOf(management, 'NewsItemType')) ?? '';
  const orders = [...instructions, type].map((one) => one.toLowerCase());
  const kill = orders.some((order) => /^(?:delete|kill|cancel|retract|withdraw)/.test(order));
  const derived = childrenOf(management, 'DerivedFrom').map((one) => itemIn(one));
  const date = (name: string): string | undefined =>
    readAgencyDate(name, [wordsOf(childOf(management, name))], notes, zone);
  return {
    pubstatus: kill ? 'canceled' : pubStatusOf(status, notes),
    embargoed: status === 'embargoed' ? (releaseOf(management, notes, zone) ?? 'indefinite') : undefined,
    urgency: Number(/^\d/.exec(formalName(childOf(management, 'Urgency')) ?? '')?.[0] ?? 0),
    versioncreated: date('ThisRevisionCreated'),
    firstcreated: date('FirstCreated'),
    signal: orders.flatMap((order) => SIGNALS.find(([pattern]) => pattern.test(order))?.[1] ?? []),
    evolvedfrom: derived.find((one) => one !== undefined),
    links: [
      ...derived.map((href) => ({ rel: 'derivedFrom', href: href ?? '' })),
      ...childrenOf(management, 'AssociatedWith').map((one) => ({
        rel: 'related',
        href: itemIn(one) ?? '',
      })),
    ],
    ednotes: childrenOf(management, 'Instruction').flatMap((one) =>
      childrenOf(one, 'Comment').map((comment) => wordsOf(comment) ?? ''),
    ),
  };
}

function itemIn(element: XmlElement): string | undefined {
  const name = attributeOf(element, 'NewsItem');
  return name === undefined ? undefined : withoutRevision(name);
}

const SIGNALS: readonly [RegExp, string][] = [
  [/^(?:correct|rectif|replace)/, 'sig:correction'],
  [/^(?:update|append|add)/, 'sig:update'],
  [/^(?:alert|flash|bulletin)/, 'sig:flash'],
];

/** "Embargoed" is usable from a moment on: the embargo holds it, and lifts by itself. */
function pubStatusOf(word: string | undefined, notes: string[]): PubStatus {
  if (word === undefined || word === 'usable' || word === 'embargoed') return 'usable';
  if (/^(?:cancell?ed|killed)$/.test(word)) return 'canceled';
  if (word !== 'withheld') notes.push(`The status "${word.slice(0, 40)}" is unknown; the item is withheld.`);
  return 'withheld';
}

/** When an embargoed item becomes usable. */
function releaseOf(
  management: XmlElement | undefined,
  notes: string[],
  zone: string | undefined,
): string | undefined {
  const change = childrenOf(management, 'StatusWillChange').find((one) =>
    /^usable$/i.test(formalName(childOf(one, 'FutureStatus')) ?? 'usable'),
  );
  return readAgencyDate('StatusWillChange', [wordsOf(childOf(change, 'DateAndTime'))], notes, zone);
}
