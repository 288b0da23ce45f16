import { drawLabel } from './label.ts';
import { PALETTE } from './palette.ts';
import { el, svgDocument } from './svg.ts';
import { balanceLines, breakLines, drawLines } from './text-block.ts';
import type { TextStyle, Typesetter } from './typesetter.ts';

/** What stands on the picture that goes with a shared link; `accent` is a CSS colour, `date` as printed. */
export type SocialCard = {
  nameplate: string;
  section?: string;
  headline: string;
  credit?: string;
  date?: string;
  accent?: string;
};

/** The size that the Open Graph protocol's readers crop least. */
const SOCIAL_CARD_SIZE = { width: 1200, height: 630 } as const;

const MARGIN = 72;
const WIDTH = SOCIAL_CARD_SIZE.width - 2 * MARGIN;
const HEAD = { top: 168, bottom: 520 };
const SIZES = [104, 96, 88, 80, 72, 66, 60, 55, 50, 46, 42, 38, 34];
const LEADING = 1.12;
const NAMEPLATE: TextStyle = { family: 'serif', weight: 700, size: 44 };
const FURNITURE: TextStyle = { family: 'sans', weight: 500, size: 27 };

const headlineStyle = (size: number): TextStyle => ({ family: 'serif', weight: 600, size, tracking: -0.008 });

/** SVG of a card: nameplate over a rule, the headline as large as it fits, section and credit below. */
export function drawSocialCard(type: Typesetter, card: SocialCard): string {
  const { width, height } = SOCIAL_CARD_SIZE;
  const accent = card.accent ?? PALETTE.accent;
  const { lines, style } = fitHeadline(type, card.headline);
  const block = lines.length * style.size * LEADING;
  const headline = drawLines(type, lines, {
    x: MARGIN,
    y: HEAD.top + (HEAD.bottom - HEAD.top - block) * 0.42,
    style,
    leading: LEADING,
  });
  const name = drawLabel(type, card.nameplate, { x: MARGIN, y: 96, style: NAMEPLATE });
  const date = drawLabel(type, card.date ?? '', {
    x: width - MARGIN,
    y: 94,
    anchor: 'end',
    style: FURNITURE,
    fill: PALETTE.soft,
  });
  const section = drawLabel(type, card.section ?? '', {
    x: MARGIN,
    y: 572,
    style: { ...FURNITURE, weight: 700 },
    fill: accent,
  });
  const credit = drawLabel(type, card.credit ?? '', {
    x: width - MARGIN,
    y: 572,
    anchor: 'end',
    style: FURNITURE,
    fill: PALETTE.soft,
  });
  return svgDocument(
    width,
    height,
    card.headline,
    card.nameplate,
    el('rect', { width, height, fill: PALETTE.paper }),
    el('rect', { width, height: 14, fill: accent }),
    name.svg,
    date.svg,
    el('rect', { x: MARGIN, y: 124, width: WIDTH, height: 2, fill: PALETTE.ink }),
    headline.svg,
    el('rect', { x: MARGIN, y: 532, width: WIDTH, height: 1, fill: PALETTE.axis }),
    section.svg,
    credit.svg,
  );
}

/** The largest size at which the headline fits; a text too long even at the smallest is cut with an ellipsis. */
function fitHeadline(type: Typesetter, headline: string): { lines: string[]; style: TextStyle } {
  for (const size of SIZES) {
    const style = headlineStyle(size);
    const lines = breakLines(type, headline, style, WIDTH);
    const hasBrokenWord = headline.split(/\s+/).some((word) => type.measure(word, style) > WIDTH);
    if (!hasBrokenWord && lines.length * size * LEADING <= HEAD.bottom - HEAD.top && lines.length <= 5)
      return { lines: balanceLines(type, headline, style, WIDTH), style };
  }
  const style = headlineStyle(SIZES.at(-1) ?? 34);
  const room = Math.floor((HEAD.bottom - HEAD.top) / (style.size * LEADING));
  const lines = breakLines(type, headline, style, WIDTH - style.size).slice(0, room);
  return { lines: lines.map((line, index) => (index === room - 1 ? `${line}…` : line)), style };
}
