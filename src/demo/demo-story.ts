import { z } from 'zod';
import { type DemoBlock, keepParagraphs, parseBody } from '#demo/story-body.ts';
import { AppError } from '#lib/errors.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

const time = z.string().regex(/^(now-\d+m|[+-]?\d+ \d{2}:\d{2})$/, 'write "-3 09:40" or "now-25m"');

/** What can change from one version of a story to the next. */
const versionFields = z.strictObject({
  at: time,
  headline: z.string().min(1),
  deck: z.string().optional(),
  urgency: z.coerce.number().int().min(1).max(9).default(5),
  status: z.enum(['usable', 'withheld', 'canceled']).default('usable'),
  signal: z.enum(['update', 'correction', 'kill']).optional(),
  embargo: time.optional(),
  ednote: z.string().optional(),
  byline: z.string().optional(),
  pictures: list,
});

/** What a story keeps for life. */
const storyFields = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  source: z.enum(['velpress', 'halse', 'courier']),
  language: z.enum(['en', 'ko']).default('en'),
  section: z.enum(['politics', 'economy', 'national', 'world', 'culture']),
  topics: list,
  medtop: list,
  slugline: z.string().optional(),
  located: z.string().optional(),
  translationOf: z.string().optional(),
});

export type DemoVersion = z.infer<typeof versionFields> & { version: number; body: DemoBlock[] };
export type DemoStory = z.infer<typeof storyFields> & { versions: [DemoVersion, ...DemoVersion[]] };

const STORY_KEYS = new Set(Object.keys(storyFields.shape));

/**
 * A story file as data: a head of `name: value` lines, a blank line and the body; each later version follows a line
 * `=== 2` with a head of its own, which names only what changed. A later version without a body keeps the body before it;
 * `replace: old => new` (more than once) changes words in it, `<<< 2-5` in a body takes over paragraphs.
 * Dates are still tokens here. Throws `bad_input` naming the file and what is wrong in it.
 */
export function parseDemoStory(text: string, fileName: string): DemoStory {
  try {
    const [first = '', ...later] = text.replace(/\r\n/g, '\n').split(/^=== \d+\n/m);
    const { head, body } = splitHead(first);
    const ofStory = storyFields.parse(pick(head, (name) => STORY_KEYS.has(name)));
    let before: DemoVersion = {
      ...versionFields.parse(pick(head, (name) => !STORY_KEYS.has(name))),
      version: 1,
      body: parseBody(body, 1),
    };
    let given = pick(head, (name) => !STORY_KEYS.has(name));
    const versions: [DemoVersion, ...DemoVersion[]] = [before];
    for (const part of later) {
      const next = splitHead(part);
      given = { ...carriedOver(given), ...next.head };
      before = toVersion(given, next, before);
      versions.push(before);
    }
    return { ...ofStory, versions };
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new AppError('bad_input', `Demo story ${fileName}: ${reason}`, { cause });
  }
}

type Part = { head: Record<string, string>; body: string; replace: [string, string][] };

function toVersion(given: Record<string, string>, part: Part, before: DemoVersion): DemoVersion {
  const version = before.version + 1;
  const source = part.body.trim() ? keepParagraphs(parseBody(part.body, version), before.body) : before.body;
  const body = part.replace.reduce((blocks, [from, to]) => replaceIn(blocks, from, to), source);
  return { ...versionFields.parse(given), version, body };
}

/** A note, a signal or a status belongs to the one message that carried it. */
function carriedOver(head: Record<string, string>): Record<string, string> {
  return pick(head, (name) => !['at', 'signal', 'ednote', 'status'].includes(name));
}

function replaceIn(blocks: DemoBlock[], from: string, to: string): DemoBlock[] {
  if (!blocks.some((block) => block.text.includes(from))) throw new Error(`nothing to replace: "${from}"`);
  return blocks.map((block) => ({ ...block, text: block.text.replaceAll(from, to) }));
}

function splitHead(text: string): Part {
  const end = text.indexOf('\n\n');
  const lines = (end < 0 ? text : text.slice(0, end)).split('\n').filter((line) => line.trim());
  const head: Record<string, string> = {};
  const replace: [string, string][] = [];
  for (const line of lines) {
    const match = /^([a-zA-Z]+): *(.*)$/.exec(line);
    if (!match) throw new Error(`not a "name: value" line: "${line}"`);
    const [, name = '', value = ''] = match;
    const change = name === 'replace' ? value.split(' => ') : undefined;
    if (change) replace.push([change[0] ?? '', change[1] ?? '']);
    else head[name] = value.trim();
  }
  return { head, replace, body: end < 0 ? '' : text.slice(end + 2) };
}

function pick(from: Record<string, string>, wanted: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => wanted(name)));
}
