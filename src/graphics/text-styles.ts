import type { TextStyle } from './typesetter.ts';

/** The few ways in which text is set in graphics; sizes in px at 600 px width. */
export const STYLES = {
  title: { family: 'serif', weight: 600, size: 28 },
  subtitle: { family: 'sans', weight: 400, size: 16.5 },
  label: { family: 'sans', weight: 400, size: 16 },
  labelStrong: { family: 'sans', weight: 600, size: 16 },
  value: { family: 'sans', weight: 500, size: 16 },
  axis: { family: 'sans', weight: 400, size: 15 },
  annotation: { family: 'sans', weight: 400, size: 15 },
  source: { family: 'sans', weight: 400, size: 13.5 },
} as const satisfies Record<string, TextStyle>;
