import type { GraphicText } from '../frame.ts';
import type { Point } from '../geometry.ts';

type Named = { name: string; at: Point };

/** A country on a flat grid, x to the east and y to the south. `outline` is a ring; its coast is a run of it. */
export type Geography = {
  outline: Point[];
  coastRuns: { from: Point; to: Point };
  borders: { with: string; from: Point; to: Point }[];
  islands: { name: string; outline: Point[] }[];
  rivers: { name: string; points: Point[] }[];
  lakes: { name: string; outline: Point[] }[];
  hills: Named[];
  seas: Named[];
  neighbours: Named[];
  towns: { key: string; name: string; at: Point; rank: number }[];
  /** Grid units to a kilometre. */
  unitsPerKm: number;
};

export type MapMark = {
  at: Point;
  label: string;
  kind: 'highlight' | 'building' | 'ferry' | 'rail' | 'quay';
};
export type MapLine = { label: string; style: 'solid' | 'planned' | 'dashed' | 'route'; points: Point[] };
export type MapArea = {
  label: string;
  style: 'shared' | 'open' | 'closed' | 'warning' | 'planned';
  outline: Point[];
};

/** What a map shows on top of its ground. */
export type MapOverlay = { marks: MapMark[]; lines: MapLine[]; areas: MapArea[] };

/** A cut of a country: `view` is left, top, right, bottom in grid units, `towns` the keys of those to letter. */
export type LocatorMap = GraphicText &
  MapOverlay & { geography: Geography; view: [number, number, number, number]; towns: string[] };

/** A plan of a place on its own grid. */
export type PlanMap = GraphicText &
  MapOverlay & {
    grid: [width: number, height: number];
    water: Point[][];
    parks: { name: string; outline: Point[] }[];
    streets: { name: string; points: Point[] }[];
    districts: Named[];
  };
