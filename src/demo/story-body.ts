/**
 * One block of a demo story: a paragraph, a line between paragraphs, a quoted document, or a point of a list. `writtenIn` is the version that it
 * first stood in: "on Thursday" goes on meaning that version's Thursday.
 */
export type DemoBlock = {
  kind: 'paragraph' | 'heading' | 'quote' | 'point' | 'keep';
  text: string;
  writtenIn: number;
};

const MARKERS: [string, DemoBlock['kind']][] = [
  ['## ', 'heading'],
  ['> ', 'quote'],
  ['- ', 'point'],
  ['<<< ', 'keep'],
];

/** The blocks of a body: a blank line ends a block, `## `, `> ` and `- ` begin a heading, a quoted passage, a point. */
export function parseBody(text: string, writtenIn: number): DemoBlock[] {
  return text
    .split(/\n\s*\n|\n(?=- )/)
    .map((block) => block.trim().replace(/\s*\n\s*/g, ' '))
    .filter(Boolean)
    .map((block) => ({ ...toBlock(block), writtenIn }));
}

function toBlock(text: string): Omit<DemoBlock, 'writtenIn'> {
  const marker = MARKERS.find(([mark]) => text.startsWith(mark));
  return marker ? { kind: marker[1], text: text.slice(marker[0].length) } : { kind: 'paragraph', text };
}

/** A body with each `<<< 2-5` put out by the blocks two to five of the body before it. */
export function keepParagraphs(blocks: DemoBlock[], before: DemoBlock[]): DemoBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'keep') return [block];
    const match = /^(\d+)(?:-(\d+))?$/.exec(block.text);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (!match || to > before.length || from > to) throw new Error(`cannot keep paragraphs ${block.text}`);
    return before.slice(from - 1, to);
  });
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text for an XML element or attribute. */
export const toXmlText = escapeXml;

/** The blocks as well-formed XHTML, one element a line; points in a row share one list. */
export function toXhtml(blocks: DemoBlock[]): string {
  const lines: string[] = [];
  blocks.forEach((block, index) => {
    const text = escapeXml(block.text);
    if (block.kind === 'point') {
      if (blocks[index - 1]?.kind !== 'point') lines.push('<ul>');
      lines.push(`<li>${text}</li>`);
      if (blocks[index + 1]?.kind !== 'point') lines.push('</ul>');
    } else if (block.kind === 'heading') lines.push(`<h2>${text}</h2>`);
    else if (block.kind === 'quote') lines.push(`<blockquote><p>${text}</p></blockquote>`);
    else lines.push(`<p>${text}</p>`);
  });
  return lines.join('\n');
}
