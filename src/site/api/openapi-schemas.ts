const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;
const address = { type: 'string', format: 'uri' } as const;
const count = { type: 'integer', minimum: 0 } as const;

/** An object of these properties and no others; all of them are always there but those named as optional. */
function object(properties: Record<string, unknown>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, required, properties };
}

const list = (name: string) => ({ type: 'array', items: { $ref: `#/components/schemas/${name}` } });
const named = object({ slug: text, name: text });

const listing = {
  id: { type: 'integer', description: 'Permanent.' },
  url: { ...address, description: 'The page, for people.' },
  api: { ...address, description: 'This article in the API.' },
  edition: text,
  language: { ...text, description: 'BCP 47.' },
  section: named,
  topics: { type: 'array', items: named },
  headline: text,
  deck: text,
  excerpt: { ...text, description: 'The deck, or where there is none the beginning of the text.' },
  byline: text,
  credit: { ...text, description: 'Whose copy it is, as readers see it; empty for the paper’s own.' },
  published: time,
  updated: time,
  words: count,
  picture: { $ref: '#/components/schemas/Picture' },
};

/** The schemas of what the API answers, JSON Schema 2020-12 as OpenAPI 3.1 takes it. */
export const API_SCHEMAS = {
  Entrance: object({
    name: text,
    openapi: address,
    articles: address,
    sections: address,
    editions: { type: 'array', items: object({ code: text, name: text, language: text }) },
  }),
  Listing: object(listing, ['picture']),
  Article: object(
    {
      ...listing,
      revision: { type: 'integer', minimum: 1 },
      located: { ...text, description: 'The place in front of the text.' },
      rights: object({ holder: text, notice: text }),
      body_html: {
        ...text,
        description: 'The text as HTML. Only where it is the paper’s own copy: an agency’s is not passed on.',
      },
    },
    ['picture', 'body_html'],
  ),
  Picture: object({
    url: address,
    type: { enum: ['image/jpeg', 'image/png'] },
    width: { type: 'integer', minimum: 1 },
    height: { type: 'integer', minimum: 1 },
    alt: text,
    caption: text,
    credit: text,
  }),
  Articles: object(
    { articles: list('Listing'), next: { ...address, description: 'The next page, where there is one.' } },
    ['next'],
  ),
  Sections: object({
    sections: {
      type: 'array',
      items: object({ edition: text, slug: text, name: text, url: address, articles: address }),
    },
  }),
  Topic: object(
    {
      edition: text,
      slug: text,
      name: text,
      description: text,
      code: { ...text, description: 'In the IPTC’s Media Topics, as medtop:11000000.' },
      url: address,
      articles: address,
    },
    ['code'],
  ),
  Problem: {
    type: 'object',
    description: 'RFC 9457.',
    required: ['type', 'title', 'status'],
    properties: { type: text, title: text, status: { type: 'integer' }, detail: text, instance: text },
  },
} as const;
