const text = { type: 'string', minLength: 1 } as const;
const time = { type: 'string', format: 'date-time' } as const;
const uri = { type: 'string', format: 'uri' } as const;

const object = (properties: Record<string, unknown>, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const list = (items: unknown) => ({ type: 'array', minItems: 1, items });
/** Headlines, descriptions and bodies: a value with its role and media type. */
const valued = list(
  object({ role: text, contentType: text, wordCount: { type: 'integer' }, value: text }, ['value']),
);

const renditions = list(
  object(
    { name: text, href: uri, contentType: text, width: { type: 'number' }, height: { type: 'number' } },
    ['name'],
  ),
);

/** What is written of ninjs 3.0, as the README beside this file says. */
export const NINJS_PROFILE = object(
  {
    uri,
    standard: object({ name: text, version: text, schema: uri }),
    type: { enum: ['text'] },
    representationType: { enum: ['full', 'partial'] },
    version: text,
    firstCreated: time,
    versionCreated: time,
    contentCreated: time,
    pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
    urgency: { type: 'number', minimum: 1, maximum: 9 },
    language: text,
    copyrightHolder: text,
    copyrightNotice: text,
    usageTerms: text,
    edNote: text,
    headlines: valued,
    descriptions: valued,
    bodies: valued,
    by: text,
    located: text,
    people: list(object({ name: text, rel: text })),
    infoSources: list(object({ name: text })),
    subjects: list(object({ name: text, uri, literal: text })),
    altIds: list(object({ role: text, value: text })),
    associations: list(
      object(
        {
          name: text,
          uri,
          type: { enum: ['picture'] },
          by: text,
          copyrightNotice: text,
          descriptions: valued,
          renditions,
        },
        ['name', 'uri'],
      ),
    ),
  },
  ['uri'],
);
