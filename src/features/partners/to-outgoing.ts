import { articleTag, pictureFile, toXmlLine, toXmlText } from '#features/feeds/feeds.ts';
import type { ArticleFacts, StopFacts } from './outgoing.repo.ts';
import {
  isOwnCopy,
  isOwnCredit,
  type OutgoingArticle,
  type OutgoingPicture,
  type OutgoingStop,
  signalOf,
} from './outgoing.ts';
import type { OutgoingStatus } from './partners.tables.ts';

/** The paper as its articles are written for others. */
export type OutgoingPaper = {
  /** Without a slash at the end. */
  baseUrl: string;
  /** The names in a byline as copy writes it. */
  splitByline: (byline: string) => string[];
};

/** What one receiver may have. */
export type Allowance = {
  text: 'full' | 'short';
  /** Agencies' copy and pictures, too. */
  wire: boolean;
  /** What may be done with it, in words. */
  terms: string;
};

/** Whether a receiver may have an article at all: the paper's own copy, or an agency's where source or receiver allow it. */
export const mayHave = (facts: ArticleFacts, { wire }: Pick<Allowance, 'wire'>): boolean =>
  wire || facts.passed_on || isOwn(facts);

export const isOwn = (facts: ArticleFacts): boolean => isOwnCopy({ ...facts, paper: facts.publisher });

/** An article as a receiver gets it. `version`: of the stream of changes. */
export function toOutgoing(
  facts: ArticleFacts,
  version: number,
  { baseUrl, splitByline }: OutgoingPaper,
  allowance: Allowance,
): OutgoingArticle {
  const signal = signalOf(facts.kind);
  const credit = plainCredit(facts.credit);
  return {
    status: 'usable',
    id: facts.id,
    guid: articleTag(baseUrl, { id: facts.id, firstVisibleAt: facts.first_visible_at }),
    version,
    url: new URL(facts.path, baseUrl).href,
    language: facts.language,
    publisher: toXmlLine(facts.publisher),
    ...(signal ? { signal } : {}),
    note: toXmlLine(facts.note),
    firstCreated: facts.first_visible_at,
    versionCreated: latest(facts.updated_at, facts.visible_from),
    headline: toXmlLine(facts.headline),
    deck: toXmlLine(facts.deck),
    excerpt: toXmlLine(facts.excerpt),
    byline: toXmlLine(facts.byline),
    authors: splitByline(toXmlLine(facts.byline)),
    credit: credit || toXmlLine(facts.publisher),
    located: toXmlLine(facts.located),
    ...(facts.urgency === null ? {} : { urgency: facts.urgency }),
    section: { slug: facts.section.slug, name: toXmlLine(facts.section.name) },
    subjects: facts.topics.map(({ slug, name, code }) => ({
      slug,
      name: toXmlLine(name),
      ...(code ? { code } : {}),
    })),
    ...(allowance.text === 'full' ? { body: facts.body } : {}),
    pictures: facts.pictures
      .filter(
        (picture) =>
          allowance.wire || facts.passed_on || isOwnCredit(creditOf(picture, facts), facts.publisher),
      )
      .map((picture) => toPicture(picture, facts, baseUrl)),
    rights: rightsOf(facts, credit, allowance.terms),
    words: facts.words,
  };
}

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
const plainCredit = (credit: string): string => toXmlLine(credit).replace(/^\((.*)\)$/u, '$1');

/** What the agency said of its copy goes along with it. */
function rightsOf(facts: ArticleFacts, credit: string, terms: string): OutgoingArticle['rights'] {
  const own = isOwn(facts);
  const holder = own
    ? toXmlLine(facts.publisher)
    : toXmlLine(facts.wire_holder ?? '') || credit || toXmlLine(facts.publisher);
  return {
    holder,
    notice: `© ${facts.first_visible_at.getUTCFullYear()} ${holder}`,
    terms: [own ? '' : toXmlLine(facts.wire_terms ?? ''), toXmlLine(terms)].filter(Boolean).join(' '),
  };
}

const namedIn = (picture: { href: string }, facts: ArticleFacts) =>
  facts.named.find(({ href }) => href === picture.href);
const creditOf = (picture: ArticleFacts['pictures'][number], facts: ArticleFacts): string =>
  namedIn(picture, facts)?.credit || picture.credit;

function toPicture(
  picture: ArticleFacts['pictures'][number],
  facts: ArticleFacts,
  baseUrl: string,
): OutgoingPicture {
  const { path, type, width, height } = pictureFile(picture);
  const named = namedIn(picture, facts);
  return {
    url: new URL(path, baseUrl).href,
    type,
    width,
    height,
    alt: toXmlLine(named?.alt || picture.alt),
    caption: toXmlLine(named?.caption || picture.caption),
    credit: plainCredit(creditOf(picture, facts)),
    rights: toXmlText(picture.rights).trim(),
    href: picture.href,
  };
}

/** The order not to use an article. `at`: when it was given. */
export const toStop = (
  facts: StopFacts,
  told: { version: number; status: Exclude<OutgoingStatus, 'usable'>; at: Date },
  baseUrl: string,
): OutgoingStop => ({
  status: told.status,
  id: facts.id,
  guid: articleTag(baseUrl, { id: facts.id, firstVisibleAt: facts.first_visible_at }),
  version: told.version,
  publisher: toXmlLine(facts.publisher),
  language: facts.language,
  versionCreated: facts.killed_at ?? told.at,
});
