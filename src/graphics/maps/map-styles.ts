import { PALETTE } from '../palette.ts';
import type { TextStyle } from '../typesetter.ts';
import type { MapArea, MapLine } from './map-spec.ts';

/** Lettering of towns by rank, 1 the capital; a lower rank is smaller and gives way. */
const TOWN_STYLES: readonly TextStyle[] = [
  { family: 'sans', weight: 700, size: 19 },
  { family: 'sans', weight: 600, size: 17 },
  { family: 'sans', weight: 500, size: 16 },
  { family: 'sans', weight: 400, size: 15.5 },
];

export const MAP_TEXT = {
  sea: { family: 'serif', weight: 400, size: 19, italic: true, tracking: 0.03 },
  river: { family: 'serif', weight: 400, size: 16, italic: true },
  country: { family: 'sans', weight: 500, size: 15, tracking: 0.16 },
  hills: { family: 'serif', weight: 400, size: 16, italic: true },
  overlay: { family: 'sans', weight: 600, size: 15.5 },
  overlayDetail: { family: 'sans', weight: 400, size: 15 },
  street: { family: 'sans', weight: 400, size: 14 },
} as const satisfies Record<string, TextStyle>;

export const townStyle = (rank: number): TextStyle =>
  TOWN_STYLES[Math.max(1, Math.min(TOWN_STYLES.length, rank)) - 1] ?? {
    family: 'sans',
    weight: 400,
    size: 15.5,
  };

export const townRadius = (rank: number): number =>
  [6.5, 5, 4.2, 3.4][Math.max(1, Math.min(4, rank)) - 1] ?? 3.4;

type LineLook = { stroke: string; width: number; dash?: string };
export const LINE_LOOKS: Record<MapLine['style'], LineLook> = {
  solid: { stroke: PALETTE.ink, width: 3 },
  planned: { stroke: PALETTE.accent, width: 3.6, dash: '8 5' },
  dashed: { stroke: '#4f6f7c', width: 1.8, dash: '5 5' },
  route: { stroke: PALETTE.accent, width: 2.6, dash: '1 6' },
};

type AreaLook = {
  fill: string;
  opacity: number;
  stroke: string;
  dash?: string;
  hatch?: boolean;
  text: string;
};
export const AREA_LOOKS: Record<MapArea['style'], AreaLook> = {
  shared: { fill: '#33566f', opacity: 0.2, stroke: '#33566f', dash: '6 4', text: '#274459' },
  open: { fill: '#33566f', opacity: 0.3, stroke: '#33566f', text: '#274459' },
  closed: { fill: PALETTE.accent, opacity: 0.16, stroke: PALETTE.accent, hatch: true, text: '#8c2712' },
  warning: { fill: PALETTE.accent, opacity: 0.26, stroke: PALETTE.accent, text: '#8c2712' },
  planned: { fill: PALETTE.accent, opacity: 0.85, stroke: PALETTE.accent, text: '#8c2712' },
};
