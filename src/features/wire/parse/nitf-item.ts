import type { WireItem } from '../wire-item.schema.ts';
import { dialectOf } from './dialects/dialects.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import { nitfBody, nitfHead } from './nitf-body.ts';
import { nitfDocdata } from './nitf-docdata.ts';
import { nitfMedia } from './nitf-media.ts';
import { metaContent } from './nitf-meta.ts';
import { nitfKeywords, nitfSubjects } from './nitf-subjects.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantOf,
  descendantsOf,
  wordsOf,
  type XmlElement,
  xmlAttribute,
} from './xml-tree.ts';

/** One NITF document as a wire item (IPTC NITF 3.0 to 3.6), with what its agency is known to write otherwise. */
export function nitfItem(nitf: XmlElement, messageNotes: readonly string[]): WireItem {
  const notes = [...messageNotes];
  const head = childOf(nitf, 'head');
  const distributor = wordsOf(descendantOf(nitf, 'distributor'));
  const dialect = dialectOf(sendersOf(nitf, head, distributor));
  const about = { ...nitfHead(nitf), media: nitfMedia(nitf) };
  const docdata = nitfDocdata(head, notes, dialect?.zone);
  const keywords = nitfKeywords(head);
  // Reading the copy takes what is for editors out of the tree: last.
  const body = nitfBody(nitf);
  notes.push(...body.notes);
  const draft: ItemDraft = {
    ...docdata,
    notes,
    wireCopy: true,
    bodySent: descendantOf(nitf, 'body.content') !== undefined,
    type: typeOf(about.media, body.body.content.length > 0),
    language: languageOf(nitf),
    headline: about.headline ?? wordsOf(childOf(head, 'title')),
    slugline: metaContent(nitf, 'slug', 'slugline', 'anpa-keyword', 'keyword-slug') ?? docdata.slugline,
    byline: about.byline,
    zone: dialect?.zone,
    credit: distributor ?? docdata.credit ?? dialect?.credit,
    located: about.located,
    abstract: about.abstract,
    body: body.body,
    ednotes: [...(docdata.ednotes ?? []), ...body.ednotes],
    subject: nitfSubjects(head),
    keywords,
    media: about.media,
  };
  dialect?.nitf?.(draft, nitf);
  if (draft.uri === undefined) notes.push('The document has no doc-id.');
  return finishItem(draft);
}

function sendersOf(
  nitf: XmlElement,
  head: XmlElement | undefined,
  distributor: string | undefined,
): (string | undefined)[] {
  const docdata = childOf(head, 'docdata');
  const metas = childrenOf(head, 'meta').map((meta) => attributeOf(meta, 'name') ?? '');
  return [
    attributeOf(childOf(docdata, 'doc-id'), 'regsrc'),
    distributor,
    attributeOf(childOf(docdata, 'doc.copyright'), 'holder'),
    attributeOf(childOf(docdata, 'doc.rights'), 'owner'),
    attributeOf(childOf(docdata, 'doc.rights'), 'provider'),
    attributeOf(childOf(head, 'pubdata'), 'name'),
    ...descendantsOf(nitf, 'distributor', 2).map((one) => wordsOf(childOf(one, 'org'))),
    metas.some((name) => /^ntb/i.test(name)) ? 'NTB' : undefined,
    metas.some((name) => /^ap-/i.test(name)) ? 'AP' : undefined,
  ];
}

const languageOf = (nitf: XmlElement): string | undefined =>
  xmlAttribute(nitf, 'lang') ??
  attributeOf(nitf, 'baselang') ??
  attributeOf(nitf, 'lang') ??
  xmlAttribute(childOf(nitf, 'body'), 'lang') ??
  xmlAttribute(descendantOf(nitf, 'body.content'), 'lang') ??
  metaContent(nitf, 'language', 'lang', 'dc.language');

/** A document without words of its own is the picture or film that it carries. */
function typeOf(media: WireItem['media'], hasWords: boolean): WireItem['type'] {
  const kind = media[0]?.type ?? '';
  if (hasWords || media.length === 0) return 'text';
  if (kind.startsWith('video')) return 'video';
  return kind.startsWith('audio') ? 'audio' : 'picture';
}
