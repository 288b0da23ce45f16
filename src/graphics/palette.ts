/** The house colours of graphics. Text colours reach 4.5:1 on `paper` (WCAG 2.2, 1.4.3). */
export const PALETTE = {
  paper: '#fcfbf8',
  ink: '#1c1b1a',
  soft: '#5d5a56',
  hairline: '#dbd6cd',
  axis: '#8a857d',
  accent: '#b0331a',
  accentPale: '#f0d7ce',
  quiet: '#b9b4ab',
  quietPale: '#e6e1d8',
  water: '#d9e6ea',
  waterText: '#47707f',
  river: '#9cbfca',
  shore: '#7d9aa3',
  land: '#f4efe4',
  abroad: '#e8e4db',
  border: '#958d80',
} as const;

/** Series colours in the order in which they should be used: the first carries the story. */
export const SERIES = ['#b0331a', '#33566f', '#76716a', '#8f640f', '#4d7263', '#7c5a7a'] as const;

/** The same hues for areas with dark text on them. */
const SERIES_FILL = ['#b0331a', '#5f819a', '#c9c3b7', '#dcb469', '#92b3a2', '#b39ab0'] as const;

export const seriesColour = (index: number): string => SERIES[index % SERIES.length] ?? SERIES[0];
export const seriesFill = (index: number): string =>
  SERIES_FILL[index % SERIES_FILL.length] ?? SERIES_FILL[0];
