import type { PubStatus } from '../../wire-item.schema.ts';
import { placeInDateline } from '../dateline.ts';
import type { ItemDraft } from '../item-draft.ts';
import { readDate } from '../read-date.ts';
import { attributeOf, childOf, childrenOf, descendantOf, wordsOf, type XmlElement } from '../xml-tree.ts';
import { ap } from './ap.ts';

/**
 * What AP's Atom says beyond Atom: an entry holds `apcm:ContentMetadata` and `apnm:NewsManagement`, which are wire copy's
 * fields. An entry without them stays as it was read.
 */
export function applyApMetadata(draft: ItemDraft, entry: XmlElement): void {
  const metadata = descendantOf(entry, 'ContentMetadata');
  const management = descendantOf(entry, 'NewsManagement');
  if (metadata === undefined && management === undefined) return;
  const words = (name: string): string | undefined => wordsOf(childOf(metadata, name));
  const managed = (name: string): string | undefined => wordsOf(childOf(management, name));
  draft.wireCopy = true;
  draft.zone = ap.zone;
  draft.uri = managed('ManagementId') ?? draft.uri;
  draft.version = numberIn(managed('ManagementSequenceNumber')) ?? draft.version;
  draft.headline = words('HeadLine') ?? draft.headline;
  draft.abstract = words('ExtendedHeadLine') ?? draft.abstract;
  draft.slugline = words('SlugLine')?.replace(/^(?:BC|AP)-(?=\S)/, '');
  draft.byline = words('ByLine') ?? draft.byline;
  draft.located = placeInDateline(words('DateLine')).located ?? draft.located;
  draft.credit = words('CreditLine') ?? words('Source') ?? ap.credit;
  draft.urgency = numberIn(attributeOf(childOf(metadata, 'Priority'), 'Numeric'));
  draft.ednotes = [
    ...(draft.ednotes ?? []),
    ...['EditorialNote', 'Instruction', 'SpecialInstructions'].flatMap((name) => [
      managed(name),
      words(name),
    ]),
  ];
  draft.subject = [
    ...(draft.subject ?? []),
    ...['SubjectClassification', 'EntityClassification'].flatMap((name) =>
      childrenOf(metadata, name).map((one) => ({
        code: attributeOf(one, 'Id') ?? attributeOf(one, 'Authority'),
        name: attributeOf(one, 'Value') ?? wordsOf(one),
      })),
    ),
  ];
  Object.assign(draft, statusOf(managed('PublishingStatus'), managed('ReleaseDateTime'), draft.notes));
}

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** AP kills by "Canceled", holds by "Withheld" or until a moment by "Embargoed". */
function statusOf(
  status: string | undefined,
  release: string | undefined,
  notes: string[],
): { pubstatus?: PubStatus; embargoed?: string } {
  const word = status?.toLowerCase();
  if (word === undefined || word === 'usable') return {};
  if (word === 'embargoed')
    return { embargoed: readDate('ReleaseDateTime', [release], notes) ?? 'indefinite' };
  return { pubstatus: /^cancell?ed$/.test(word) ? 'canceled' : 'withheld' };
}
