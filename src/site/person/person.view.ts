import { type Giving, type PersonPage, personKey, readPerson } from '#features/people/people.ts';
import { AppError } from '#lib/errors.ts';
import { printedQuotes } from '#lib/quotes.ts';
import { beginningOf } from '#lib/text.ts';
import { type ListCursor, toListPage } from '../cursor.ts';
import { sentenceHref } from '../diary/sentence-link.ts';
import { editionDates, toLanguage } from '../edition-words.ts';
import { toListFrame } from '../list-frame.ts';
import type { EditionContext } from '../site-context.ts';
import { articleKeys, toTeaser } from '../teaser-view.ts';
import type { GivenProps, PersonProps, RoleProps, SaidProps } from './person.props.ts';
import { personJsonLd } from './person-json-ld.ts';
import { personPath } from './person-path.ts';
import { personWords } from './person-words.ts';

const PAGE_SIZE = 24;
/** A quotation of three lines. */
const SAID_LENGTH = 220;

/**
 * Everything on a person's page. Later pages hold older articles only. Throws not_found for somebody who has no page. It hangs on every
 * article whose words it shows, so that a kill takes them away at once.
 */
export async function loadPersonView(
  context: EditionContext,
  slug: string,
  before: ListCursor | undefined,
): Promise<{ props: PersonProps; keys: string[] }> {
  const { edition } = context;
  const person = await readPerson(context.db, edition.code, slug.normalize('NFC'), {
    limit: PAGE_SIZE + 1,
    before,
  });
  if (!person) throw new AppError('not_found', `The paper has no page about “${slug}”.`);
  const { rows, older } = toListPage(person.articles, PAGE_SIZE);
  const path = personPath(edition.prefix, person.slug);
  const language = toLanguage(edition.language);
  const words = personWords(language);
  const frame = toListFrame(context, { name: person.name, description: words.deck, path, before, older });
  const head = {
    ...frame.head,
    jsonLd: personJsonLd(context, { name: person.name, path, certain: !person.mayBeSeveral }),
    // One article tells too little for a page that is found by a name.
    ...((!person.several || person.mayBeSeveral || before) && { robots: 'noindex' }),
  };
  const shown = before ? { roles: [], said: [] } : person;
  const props = {
    ...frame,
    head,
    name: person.name,
    deck: words.deck,
    remarks: remarksOf(person, context),
    roles: shown.roles.map((role) => toRole(context, role)),
    said: shown.said.map((one) => toSaid(context, one)),
    stories: rows.map((article) => toTeaser(context, article, { kicker: true })),
  };
  const givers = [...shown.roles.flatMap(({ first, last }) => [first, last]), ...shown.said.map(toArticle)];
  return { props, keys: [personKey(person.id), ...new Set(articleKeys([...rows, ...givers]))] };
}

const toArticle = ({ article }: PersonPage['said'][number]): Giving => article;

function remarksOf({ alsoNamed, mayBeSeveral }: PersonPage, { edition }: EditionContext): string[] {
  const words = personWords(toLanguage(edition.language));
  return [
    ...(mayBeSeveral ? [words.mayBeSeveral] : []),
    ...(alsoNamed.length > 0 ? [words.alsoWritten(alsoNamed.join(', '))] : []),
  ];
}

function toGiven({ edition }: EditionContext, { path, headline, at }: Giving): GivenProps {
  const dates = editionDates(edition);
  return {
    when: { iso: dates.isoDay(at), label: dates.day(at).label },
    href: encodeURI(path),
    headline: printedQuotes(headline, edition.language),
  };
}

function toRole(context: EditionContext, { role, first, last }: PersonPage['roles'][number]): RoleProps {
  const [from, to] = [toGiven(context, first), toGiven(context, last)];
  return {
    role: printedQuotes(role.charAt(0).toUpperCase() + role.slice(1), context.edition.language),
    first: from,
    ...(to.when.iso !== from.when.iso && { last: to }),
  };
}

function toSaid(context: EditionContext, { text, role, article }: PersonPage['said'][number]): SaidProps {
  const { language } = context.edition;
  const words = personWords(toLanguage(language));
  const shown = beginningOf(text, SAID_LENGTH).replace(/,$/u, '');
  return {
    text: printedQuotes(`"${shown}"`, language),
    href: sentenceHref({ path: article.path, sentence: text, current: true }, language),
    facts: [words.footing, ...(role ? [words.namedAs(role)] : [])],
    article: toGiven(context, article),
  };
}
