import type { Db } from '#platform/database.ts';
import { findMarkers, type Marker, PLAN_WEEK, SPEAKER } from './marked-copy.ts';

export const EDITIONS = ['en', 'ko'] as const;
const PREFIX = { en: '', ko: '/ko' } as const;
const FORMATS = ['rss', 'atom', 'json'] as const;
/** A cursor before which everything is: an older page that shows what the first page does. */
/** A word that every story of the test has. */
const SEARCHED = 'ships';
const BEFORE_EVERYTHING = 'zzzzzzzz-zzzzz';
/** A cursor after which everything is. */
const SINCE_EVERYTHING = '0-1';

export type SeenAnswer = { path: string; status: number; markers: Marker[]; text: string };

export type Surfaces = {
  lists: string[];
  /** Files of pictures that no article uses. */
  unused: string[];
  streams: { edition: string; path: string }[];
  /** By article: addresses that it has or had, cards, pictures. */
  articles: {
    storyId: number;
    id: number;
    path: string;
    addresses: string[];
    /** The address of what the API says of it. */
    api: string;
    cards: string[];
    media: string[];
  }[];
};

/** Every address at which anything of a story could stand, read from the tables themselves. */
export async function listSurfaces(db: Db): Promise<Surfaces> {
  const sections = await db.selectFrom('section').selectAll().execute();
  const aliases = await db.selectFrom('section_alias').selectAll().execute();
  const lists = ['/sitemap.xml', '/sitemaps/pages.xml', '/sitemaps/articles-1.xml', '/news-sitemap.xml'];
  for (const edition of EDITIONS) {
    const prefix = PREFIX[edition];
    const slugs = [...sections, ...aliases].filter((one) => one.edition === edition).map(({ slug }) => slug);
    const paged = ['latest', 'corrections', 'topic/fog', ...slugs].map((name) => `${prefix}/${name}`);
    const feeds = ['latest', ...slugs].flatMap((name) =>
      FORMATS.map((format) => `${prefix}/feeds/${name}.${format}`),
    );
    lists.push(prefix || '/', ...paged, ...paged.map((path) => `${path}?before=${BEFORE_EVERYTHING}`));
    lists.push(`${prefix}/most-popular`);
    lists.push(`${prefix}/person/${SPEAKER}`);
    lists.push(...['', '.ics', `/${PLAN_WEEK}`].map((more) => `${prefix}/diary${more}`));
    lists.push(...['', '&sort=newest'].map((more) => `${prefix}/search?q=${SEARCHED}${more}`));
    lists.push(`${prefix}/search/suggest?q=${SEARCHED.slice(0, 3)}`);
    lists.push(...feeds, `${prefix}/nothing/here`);
    const api = [
      '',
      ...slugs.map((slug) => `&section=${slug}`),
      '&topic=fog',
      `&before=${BEFORE_EVERYTHING}`,
    ];
    lists.push(...api.map((more) => `/api/articles?edition=${edition}${more}`));
    lists.push(`/api/topics/fog?edition=${edition}`);
  }
  const streams = EDITIONS.map((edition) => ({
    edition,
    path: `${PREFIX[edition]}/latest/stream?since=${SINCE_EVERYTHING}`,
  }));
  return { lists, streams, unused: await listUnusedPictures(db), articles: await listArticleSurfaces(db) };
}

async function listArticleSurfaces(db: Db): Promise<Surfaces['articles']> {
  const articles = await db.selectFrom('article').selectAll().execute();
  const addresses = await db.selectFrom('article_address').selectAll().execute();
  const revisions = await db.selectFrom('revision').select(['article_id', 'number']).execute();
  const media = await db
    .selectFrom('article_picture as p')
    .innerJoin('media_source as s', 's.href', 'p.href')
    .innerJoin('media as m', 'm.id', 's.media_id')
    .select(['p.article_id', 'm.sha256'])
    .execute();
  return articles.map(({ id, story_id, path, edition }) => ({
    id,
    storyId: story_id,
    path,
    addresses: addresses
      .filter((row) => row.article_id === id)
      .flatMap((row) => [row.path, `${row.path}/history`]),
    api: `/api/articles/${id}`,
    cards: revisions
      .filter((row) => row.article_id === id)
      .map(({ number }) => `${PREFIX[edition as keyof typeof PREFIX]}/card/${id}-${number}.png`),
    media: media
      .filter((row) => row.article_id === id)
      .flatMap(({ sha256 }) => FILES.map((file) => `/media/${sha256.slice(0, 12)}/${file}`)),
  }));
}

/** Pictures that no article uses any more; nobody may be shown them. */
async function listUnusedPictures(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('media as m')
    .select('m.sha256')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('article_picture as p')
            .innerJoin('media_source as s', 's.href', 'p.href')
            .select('p.href')
            .whereRef('s.media_id', '=', 'm.id'),
        ),
      ),
    )
    .execute();
  return rows.map(({ sha256 }) => `/media/${sha256.slice(0, 12)}/${FILES[0]}`);
}

/** Files that are made from a picture: whole and cut, for browsers old and new. */
const FILES = ['original-320.jpg', '16x9-320.webp'] as const;

/** Asks for an address and keeps all that came back, headers included, but the words of the address itself. */
export async function ask(origin: string, path: string, key?: string): Promise<SeenAnswer> {
  const headers: HeadersInit = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const response = await fetch(origin + encodeURI(path), { redirect: 'manual', headers });
  const body = await response.text();
  const answered = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const text = `${answered}\n\n${body}`;
  const known = path.replace(/\/history$/, '');
  const told = text.replaceAll(known, '').replaceAll(encodeURI(known), '');
  return { path, status: response.status, markers: findMarkers(told), text };
}

/** What stands in the paper's buffer behind the last expected story comes without a wait. */
const QUIET_MS = 15;
/** A story that does not come in this time is missing. */
const MISSING_MS = 2000;

/** The replay of an event stream: read until `events` stories came and nothing follows at once. */
export async function askStream(origin: string, path: string, events: number): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(origin + path, { signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const read = async () => {
    const part = await reader?.read();
    text += part?.value ?? '';
    return part?.done === false;
  };
  const readWithin = (ms: number) =>
    Promise.race([
      read().catch(() => false),
      new Promise<false>((resolve) => setTimeout(resolve, ms, false)),
    ]);
  while (text.split('event: story').length - 1 < events) if (!(await readWithin(MISSING_MS))) break;
  await readWithin(QUIET_MS);
  stop.abort();
  return text;
}
