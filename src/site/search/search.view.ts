import { type SearchResult, searchArticles, searchKey } from '#features/search/search.ts';
import { listTopics, type TopicRow } from '#features/taxonomy/taxonomy.ts';
import { editionDates, toLanguage } from '../edition-words.ts';
import { toFrame } from '../frame.ts';
import { type EditionContext, sectionOf } from '../site-context.ts';
import { articleKeys } from '../teaser-view.ts';
import type { ResultProps, SearchFormProps, SearchNote, SearchProps } from './search.props.ts';
import { type SearchParams, searchPath } from './search-params.ts';
import { type SearchWords, searchWordsOf } from './search-words.ts';
import { endOfZoneDay, startOfZoneDay } from './zone-day.ts';

const PAGE_SIZE = 20;

/** Everything on a page of results; without a query, the form alone. */
export async function loadSearchView(
  context: EditionContext,
  params: SearchParams,
): Promise<{ props: SearchProps; keys: string[] }> {
  const { edition, paper } = context;
  const words = searchWordsOf(toLanguage(edition.language));
  const topics = await listTopics(context.db, edition.code);
  const result = params.q === '' ? undefined : await search(context, params, topics);
  const title = params.q === '' ? words.search : words.resultsFor(params.q);
  const frame = toFrame(context, {
    title,
    path: `${edition.prefix}/search`,
    translations: paper.editions
      .filter(({ code }) => code !== edition.code)
      .map(({ code, prefix }) => ({ edition: code, path: `${prefix}/search` })),
    // Results are made of pages that search engines have; an address for each word typed would only fill them.
    head: { robots: 'noindex', alternates: undefined },
  });
  const hits = result?.hits ?? [];
  const props = {
    ...frame,
    form: toForm(context, params, topics),
    title,
    notes: result ? toNotes(context, params, result, words) : [{ text: words.hint }],
    results: hits.map((hit) => toResult(context, hit)),
    first: params.before ? searchPath(edition.prefix, { ...params, before: undefined }) : undefined,
    next: result?.next && searchPath(edition.prefix, { ...params, before: result.next }),
  };
  const keys = [`edition:${edition.code}`, searchKey(edition.code)];
  return { props, keys: [...keys, ...articleKeys(hits.map(({ article }) => article))] };
}

/** A section, topic or day that is none limits nothing: old links go on finding something. */
function search(context: EditionContext, params: SearchParams, topics: TopicRow[]): Promise<SearchResult> {
  const { edition, sections } = context;
  return searchArticles(context.db, {
    edition: edition.code,
    q: params.q,
    sort: params.sort,
    filters: {
      sectionId: sections.find(({ slug }) => slug === params.section)?.id,
      topicId: topics.find(({ slug }) => slug === params.topic)?.id,
      from: params.from ? startOfZoneDay(params.from, edition.zone) : undefined,
      until: params.to ? endOfZoneDay(params.to, edition.zone) : undefined,
    },
    after: params.before,
    limit: PAGE_SIZE,
    now: context.now(),
  });
}

const toForm = (
  { edition, sections }: EditionContext,
  params: SearchParams,
  topics: TopicRow[],
): SearchFormProps => ({
  action: `${edition.prefix}/search`,
  suggestHref: `${edition.prefix}/search/suggest`,
  params,
  sections: sections.map(({ slug, name }) => ({ value: slug, label: name })),
  topics: topics.map(({ slug, name }) => ({ value: slug, label: name })),
});

function toResult(
  context: EditionContext,
  { article, headline, excerpt }: SearchResult['hits'][number],
): ResultProps {
  return {
    href: encodeURI(article.path),
    section: sectionOf(context, article.section_id)?.name,
    headline,
    excerpt,
    when: editionDates(context.edition).day(article.visible_from),
  };
}

/** What was done, where it is not what was asked. */
function toNotes(
  { edition }: EditionContext,
  params: SearchParams,
  { hits, asked, instead, meant, ignored }: SearchResult,
  words: SearchWords,
): SearchNote[] {
  const linkTo = (q: string, label: string, kept: SearchParams = params) => ({
    label,
    href: searchPath(edition.prefix, { ...kept, q, before: undefined }),
  });
  const anywhere: SearchParams = { q: params.q, sort: params.sort };
  const notes: SearchNote[] = [];
  if (!asked) notes.push({ text: words.onlyExclusions });
  if (asked && hits.length === 0) notes.push({ text: words.nothing(params.q) });
  if (instead) notes.push({ text: noteOn(instead, words), link: linkTo(instead.q, words.all, anywhere) });
  if (meant) notes.push({ text: words.meant, link: linkTo(meant, meant, anywhere) });
  if (hits.length === 0 && ignored.length > 0) notes.push({ text: words.ignored(ignored.join(', ')) });
  return notes;
}

function noteOn(instead: NonNullable<SearchResult['instead']>, words: SearchWords): string {
  if (instead.kind === 'everywhere') return words.everywhere;
  if (instead.kind === 'particles') return words.particles(instead.q);
  if (instead.kind === 'any') return words.anyOf;
  return words.without(instead.words.map((word) => `“${word.replace(/"/g, '')}”`).join(', '));
}
