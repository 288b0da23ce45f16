/** A piece of finished SVG markup. Only this file makes one from raw text, so nothing unescaped gets in. */
export type Svg = { readonly markup: string };

type Attributes = Record<string, string | number | undefined>;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// Characters that XML 1.0 does not allow at all, not even as references, and halves of surrogate pairs.
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** A number as SVG wants it: two decimals at most, no exponent, never NaN. */
export const num = (value: number): string =>
  Number.isFinite(value) ? String(Math.round(value * 100) / 100 + 0) : '0';

/** An element with escaped attributes (absent where undefined) and children. */
export function el(name: string, attributes: Attributes, ...children: (Svg | undefined | false)[]): Svg {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${typeof value === 'number' ? num(value) : escapeXml(value)}"`,
  );
  const inside = children.map((child) => (child ? child.markup : '')).join('');
  return {
    markup: inside ? `<${name}${written.join('')}>${inside}</${name}>` : `<${name}${written.join('')}/>`,
  };
}

export const textNode = (text: string): Svg => ({ markup: escapeXml(text) });

/** A whole picture: `width` and `height` in px, title and description for those who cannot see it. */
export function svgDocument(
  width: number,
  height: number,
  title: string,
  description: string,
  ...children: Svg[]
): string {
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${num(width)} ${num(height)}`,
      role: 'img',
      'aria-label': title,
    },
    el('title', {}, textNode(title)),
    el('desc', {}, textNode(description)),
    ...children,
  ).markup;
}
