import { SaxesParser } from 'saxes';

export type ParsedSvg = { elements: { name: string; attributes: Record<string, string> }[]; text: string };

/** Reads SVG with a strict XML parser; throws where it is not well-formed. */
export function parseSvg(svg: string): ParsedSvg {
  const parsed: ParsedSvg = { elements: [], text: '' };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    parsed.elements.push({ name, attributes: Object.fromEntries(plain) });
  });
  parser.on('text', (text) => {
    parsed.text += text;
  });
  parser.write(svg).close();
  return parsed;
}
