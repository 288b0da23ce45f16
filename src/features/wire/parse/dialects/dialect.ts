import type { ItemDraft } from '../item-draft.ts';
import type { XmlElement } from '../xml-tree.ts';

/** What one agency writes otherwise than the standard says, or leaves out because everyone who buys it knows. */
export type Dialect = {
  /** The names by which it signs itself as sender: party names, provider identifiers, registered sources, holders. */
  senders: RegExp;
  /** Whose copy it is, where the copy itself does not say. */
  credit: string;
  /** The IANA zone of its times that name none. */
  zone: string;
  /** Sets right what its NITF says, after the standard reading. */
  nitf?: (draft: ItemDraft, nitf: XmlElement) => void;
  /** Sets right what its NewsML 1.2 says, after the standard reading. */
  newsml?: (draft: ItemDraft, newsItem: XmlElement) => void;
  /** Components of its NewsML 1.2 that are items of their own; none: the NewsItem is one item. */
  newsmlParts?: (newsItem: XmlElement) => XmlElement[];
};
