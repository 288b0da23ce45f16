import { PARTNER_FORMATS } from '#features/partners/partners.ts';
import { API_SCHEMAS } from './openapi-schemas.ts';

const text = { type: 'string' } as const;

const query = (name: string, description: string, schema: object = text) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});
const inPath = (name: string, schema: object) => ({ name, in: 'path', required: true, schema });
const edition = query('edition', 'An edition by its code; absent: the paper’s first.');

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const TOO_MANY = { 429: problem('Asked too often; see Retry-After.') };
const NOT_FOUND = { 404: problem('There is no such thing.') };

const get = (summary: string, schema: string, more: { parameters?: object[]; responses?: object } = {}) => ({
  get: {
    summary,
    parameters: more.parameters ?? [],
    responses: {
      200: {
        description: summary,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
      },
      ...TOO_MANY,
      ...more.responses,
    },
  },
});

const LIST_PARAMETERS = [
  edition,
  query('section', 'Only of this section.'),
  query('topic', 'Only under this topic; not together with section.'),
  query('since', 'Published at or after this time.', { type: 'string', format: 'date-time' }),
  query('before', 'A cursor, as it stands in `next`.'),
];

/** What partners get is in the formats of the trade; their schemas are published by the IPTC. */
const forPartners = (summary: string, parameters: object[]) => ({
  get: {
    summary,
    security: [{ partnerKey: [] }],
    parameters,
    responses: {
      200: {
        description: 'ninjs 3.0, NewsML-G2 2.35, NITF 3.6, Atom or RSS; `Link: rel="next"` leads on.',
        content: { 'application/json': {}, 'application/xml': {} },
      },
      304: { description: 'Nothing has changed.' },
      401: problem('No key, or one that opens nothing.'),
      ...NOT_FOUND,
      ...TOO_MANY,
    },
  },
});
const since = query('since', 'The cursor of the answer before, or a time.');
const format = inPath('format', { enum: PARTNER_FORMATS });
const id = inPath('id', { type: 'integer', minimum: 1 });

/** The API as an OpenAPI 3.1 document. */
export const toOpenApi = (baseUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'The paper’s public API',
    version: '1.0.0',
    description: 'Read only, JSON, open to everyone. Times are ISO 8601 in UTC; addresses are absolute.',
  },
  servers: [{ url: baseUrl }],
  paths: {
    '/api': get('What there is', 'Entrance'),
    '/api/articles': get('Articles, newest first', 'Articles', {
      parameters: LIST_PARAMETERS,
      responses: { ...NOT_FOUND, 400: problem('A parameter that cannot be read.') },
    }),
    '/api/articles/{id}': get('One article', 'Article', {
      parameters: [id],
      responses: { ...NOT_FOUND, 410: problem('It was withdrawn.') },
    }),
    '/api/sections': get('The sections of an edition', 'Sections', {
      parameters: [edition],
      responses: NOT_FOUND,
    }),
    '/api/topics/{slug}': get('A topic', 'Topic', {
      parameters: [inPath('slug', text), edition],
      responses: NOT_FOUND,
    }),
    '/api/partner': forPartners('What changed, for a partner in its own format', [since]),
    '/api/partner/{format}': forPartners('What changed, in a format', [format, since]),
    '/api/partner/{format}/{id}': forPartners('One article as it stands', [format, id]),
  },
  components: {
    schemas: API_SCHEMAS,
    securitySchemes: { partnerKey: { type: 'http', scheme: 'bearer' } },
  },
});
