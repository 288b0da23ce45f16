import { Tokenizer } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { messageOf } from '#lib/errors.ts';
import { decodeReferences, htmlCharacter } from './character-references.ts';
import { LIMITS, refuse } from './limits.ts';
import { refuseLongText, XmlBuilder } from './xml-builder.ts';
import type { XmlElement } from './xml-tree.ts';

export type ParsedXml = { root: XmlElement; notes: string[] };

/**
 * XML as a tree. Read strictly first; what is not well-formed is read again as browsers read markup, with a note.
 * A document's own entities are never expanded and nothing outside is fetched: such references are left out, with a
 * note. Throws `bad_input` where there is no element at all or a limit is passed.
 */
export function parseXml(source: string): ParsedXml {
  const strict = parseStrictly(source);
  if ('root' in strict) return strict;
  const root = parseLeniently(source);
  if (root === undefined) refuse('The message holds no element of XML.');
  return { root, notes: [`The XML is not well-formed (${strict.fault}); it was read as far as it goes.`] };
}

class NotWellFormed extends Error {}

function parseStrictly(source: string): ParsedXml | { fault: string } {
  const builder = new XmlBuilder();
  const unresolved = new Set<string>();
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.ENTITIES = entities(parser.ENTITIES, unresolved);
  parser.on('error', (error) => {
    throw new NotWellFormed(error.message);
  });
  let events = 0;
  parser.on('opentag', (tag) => {
    events += 1;
    builder.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    events += 1;
    builder.close(tag.name);
  });
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  try {
    feed(parser, source.trimStart(), () => events);
  } catch (error) {
    if (error instanceof NotWellFormed) return { fault: messageOf(error) };
    throw error;
  }
  const root = builder.finish();
  if (root === undefined) return { fault: 'no element' };
  return { root, notes: unresolvedNotes(unresolved) };
}

const CHUNK = 262_144;

/** Piece by piece: the reader gathers text until the next tag, so that only here too much of it can be noticed in time. */
function feed(parser: SaxesParser, source: string, events: () => number): void {
  let since = 0;
  let last = 0;
  for (let at = 0; at < source.length; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK));
    since = events() === last ? since + CHUNK : 0;
    last = events();
    if (since > LIMITS.characters * 1.5) refuseLongText();
  }
  parser.close();
}

/** HTML's names resolve, as feeds use them freely; names that a document defines itself stand for nothing. */
function entities(standard: Record<string, string>, unresolved: Set<string>): Record<string, string> {
  return new Proxy(standard, {
    get(target, name) {
      if (typeof name !== 'string') return undefined;
      const known = Object.hasOwn(target, name) ? target[name] : htmlCharacter(`&${name};`);
      if (known === undefined && unresolved.size < 20) unresolved.add(name);
      return known ?? '';
    },
  });
}

const unresolvedNotes = (names: ReadonlySet<string>): string[] =>
  names.size === 0
    ? []
    : [`Left out: references to entities that are not expanded (${[...names].join(', ').slice(0, 200)}).`];

function parseLeniently(source: string): XmlElement | undefined {
  const builder = new XmlBuilder();
  let tag = '';
  let attributes: Record<string, string> = Object.create(null);
  let name = '';
  let value = '';
  const open = (): void => builder.open(tag, attributes);
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(start, end) {
        tag = source.slice(start, end);
        attributes = Object.create(null);
      },
      onattribname(start, end) {
        name = source.slice(start, end);
        value = '';
      },
      onattribdata(start, end) {
        value += source.slice(start, end);
      },
      onattribend() {
        if (!(name in attributes)) attributes[name] = decodeReferences(value);
      },
      onopentagend: open,
      onselfclosingtag() {
        open();
        builder.close(tag);
      },
      onclosetag: (start, end) => builder.close(source.slice(start, end)),
      ontext: (start, end) => builder.text(decodeReferences(source.slice(start, end))),
      oncdata: (start, end, offset) => builder.text(source.slice(start, end - offset)),
      ...IGNORED,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return builder.finish();
}

const ignore = (): void => undefined;
const IGNORED = {
  onattribentity: ignore,
  ontextentity: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onprocessinginstruction: ignore,
  onend: ignore,
};
