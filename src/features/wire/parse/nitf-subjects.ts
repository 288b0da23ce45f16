import type { WireSubject } from '../wire-item.schema.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** Subjects, people, organisations, places and events that an NITF head names. */
export function nitfSubjects(head: XmlElement | undefined): WireSubject[] {
  const tobject = childOf(head, 'tobject');
  const identified = descendantsOf(childOf(head, 'docdata'), 'identified-content', 1)[0];
  return [
    ...childrenOf(tobject, 'tobject.subject').flatMap(levels),
    ...childrenOf(identified, 'classifier').map((one) => ({
      code: codeIn(attributeOf(one, 'value')) ?? codeIn(attributeOf(one, 'id')),
      name: wordsOf(one) ?? attributeOf(one, 'value'),
    })),
    ...['person', 'org', 'location', 'event', 'object.title', 'virtloc'].flatMap((name) =>
      childrenOf(identified, name).map((one) => ({ name: wordsOf(one) ?? attributeOf(one, 'value') })),
    ),
  ];
}

/**
 * IPTC subject codes have eight digits in three levels: two for the subject, three for the matter, three for the detail.
 * A reference with the names of the levels above it stands for those as well.
 */
function levels(subject: XmlElement): WireSubject[] {
  const code = attributeOf(subject, 'tobject.subject.refnum') ?? attributeOf(subject, 'tobject.subject.code');
  const [type, matter, detail] = ['type', 'matter', 'detail'].map((level) =>
    attributeOf(subject, `tobject.subject.${level}`),
  );
  if (code === undefined || !/^\d{8}$/.test(code)) return [{ code, name: detail ?? matter ?? type }];
  const above = [
    { code: `${code.slice(0, 2)}000000`, name: type },
    { code: `${code.slice(0, 5)}000`, name: matter },
  ].filter((one) => one.name !== undefined && one.code !== code);
  return [{ code, name: detail ?? matter ?? type }, ...above];
}

const codeIn = (text: string | undefined): string | undefined =>
  text !== undefined && /^[\w.:-]{1,80}$/.test(text) && /[\d:]/.test(text) ? text : undefined;

export function nitfKeywords(head: XmlElement | undefined): string[] {
  const list = childOf(childOf(head, 'docdata'), 'key-list');
  return childrenOf(list, 'keyword').map((one) => attributeOf(one, 'key') ?? wordsOf(one) ?? '');
}
