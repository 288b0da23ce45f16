import type { ParsedMessage } from '../../wire-item.schema.ts';
import { readAgencyDate } from '../agency-date.ts';
import { htmlText } from '../html-text.ts';
import { finishItem } from '../item-draft.ts';
import { htmlBody } from '../markup-body.ts';
import { childOf, descendantsOf, wordsOf, type XmlElement } from '../xml-tree.ts';
import { ritzau } from './ritzau.ts';

/** Ritzau's own XML (`RBNews`): one story, its copy as HTML in an element, the note to editors in another. */
export function parseRitzauNews(root: XmlElement, messageNotes: readonly string[]): ParsedMessage {
  const notes = [...messageNotes];
  const words = (name: string): string | undefined => wordsOf(childOf(root, name));
  const published = readAgencyDate('PublishDate', [words('PublishDate')], notes, ritzau.zone);
  const content = htmlBody(words('content') ?? '');
  const priority = /^[1-9]$/.exec(words('Priority') ?? '')?.[0];
  const version = /^\d{1,9}$/.exec(words('version') ?? '')?.[0];
  const item = finishItem({
    notes: [...notes, ...content.notes],
    wireCopy: true,
    uri: words('NewsID'),
    version: version === undefined ? undefined : Number(version),
    headline: words('headline'),
    abstract: htmlText(words('subtitle')),
    body: content.document,
    bodySent: true,
    byline: words('byline'),
    credit: words('origin') ?? ritzau.credit,
    language: 'da',
    urgency: priority === undefined ? undefined : Number(priority),
    versioncreated: published,
    firstcreated: published,
    ednotes: [htmlText(words('TilRedaktionen')), ...content.ednotes],
    subject: descendantsOf(childOf(root, 'IPTCList'), 'int', 100).map((code) => ({ code: wordsOf(code) })),
    keywords: (words('strapline') ?? '').split('/'),
  });
  return { format: 'nitf', items: [item], failures: [] };
}
