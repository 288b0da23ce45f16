import { drawLabel } from '../label.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';

const WIDEST_PX = 120;

/** The longest round distance (1, 2 or 5 and zeros, km) that fits the widest bar. */
export function scaleBarKm(pxPerKm: number): number {
  const most = WIDEST_PX / pxPerKm;
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((step) => step * power).find((km) => km <= most) ?? power;
}

export type ScaleBar = { width: number; height: number; draw: (x: number, y: number) => Svg };

/** A bar with its length above it; `draw` takes the top left corner. */
export function scaleBar(type: Typesetter, pxPerKm: number): ScaleBar {
  const km = scaleBarKm(pxPerKm);
  const width = km * pxPerKm;
  const text = `${km} km`;
  return {
    width: Math.max(width, type.measure(text, STYLES.source)),
    height: 24,
    draw: (x, y) => {
      const label = drawLabel(type, text, {
        x,
        y: y + 12,
        style: STYLES.source,
        fill: PALETTE.ink,
        halo: PALETTE.paper,
      });
      const bar = el('path', {
        d: `M${x} ${y + 18}V${y + 23}H${x + width}V${y + 18}`,
        fill: 'none',
        stroke: PALETTE.ink,
        'stroke-width': 1.5,
      });
      return el('g', {}, label.svg, bar);
    },
  };
}
