import { attributeOf, childOf, childrenOf, descendantsOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** NewsML 1.2 gives most values as an attribute; some senders put the words into the element instead. */
export const formalName = (element: XmlElement | undefined): string | undefined =>
  attributeOf(element, 'FormalName') ?? (element?.children.length === 1 ? wordsOf(element) : undefined);

/** The values of `Property` elements of that name. */
export const propertiesOf = (element: XmlElement | undefined, name: RegExp): string[] =>
  childrenOf(element, 'Property')
    .filter((property) => name.test(attributeOf(property, 'FormalName') ?? ''))
    .map((property) => attributeOf(property, 'Value') ?? wordsOf(property) ?? '')
    .filter((value) => value !== '');

/** The names of the parties in an element such as Provider or Source. */
export const partiesOf = (element: XmlElement | undefined): string[] =>
  childrenOf(element, 'Party')
    .map((party) => formalName(party) ?? propertiesOf(party, /^organi[sz]ation$/i)[0])
    .filter((name) => name !== undefined);

/** What the message's own topics (TopicSet) say that formal names mean. */
export function topicNames(root: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const topic of descendantsOf(root, 'Topic', 2_000)) {
    const description = wordsOf(childOf(topic, 'Description'));
    if (description === undefined || description.length > 200) continue;
    for (const name of childrenOf(topic, 'FormalName')) {
      const word = wordsOf(name);
      if (word !== undefined && !names.has(word)) names.set(word, description);
    }
  }
  return names;
}

type Identity = { uri?: string; version?: number; updates: boolean };

/**
 * How an item is named. A public identifier (RFC 3085) ends in the revision and how it updates, ":2U": `uri` is what
 * all its revisions share, `version` the revision.
 */
export function identityOf(newsItem: XmlElement): Identity {
  const identifier = childOf(childOf(newsItem, 'Identification'), 'NewsIdentifier');
  const revision = childOf(identifier, 'RevisionId');
  const number = /^\d{1,15}/.exec(wordsOf(revision) ?? '')?.[0];
  const updates = /^[UA]/i.test(attributeOf(revision, 'Update') ?? '');
  const version = number === undefined ? undefined : Number(number);
  const given = publicIdentifier(newsItem);
  const parts = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => wordsOf(childOf(identifier, name)));
  const made = parts.every((part) => part !== undefined) ? `urn:newsml:${parts.join(':')}` : parts[2];
  const uri = given === undefined ? made : withoutRevision(given, number);
  return { updates, ...(uri === undefined ? {} : { uri }), ...(version === undefined ? {} : { version }) };
}

export const publicIdentifier = (newsItem: XmlElement): string | undefined =>
  wordsOf(childOf(childOf(childOf(newsItem, 'Identification'), 'NewsIdentifier'), 'PublicIdentifier'));

/** A public identifier as all revisions of its item share it; `revision`: the only one that is taken off. */
export function withoutRevision(identifier: string, revision?: string): string {
  const end = /:(\d{1,15})[NUA]?$/.exec(identifier);
  const isName = identifier.toLowerCase().startsWith('urn:newsml:') && identifier.split(':').length >= 6;
  return end !== null && isName && (revision === undefined || end[1] === revision)
    ? identifier.slice(0, end.index)
    : identifier;
}
