/** What the names of HTML mean to a reader of markup; a name that stands nowhere here is inline and transparent. */

export const VOID_ELEMENTS = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/**
 * Left out with everything in them: code, forms' insides, foreign drawings, other pages. An object stays transparent:
 * what is in it is there to be read where the object itself cannot be shown.
 */
export const DROPPED_ELEMENTS = new Set(
  (
    'script style svg math iframe frame frameset embed template head title noscript noembed noframes ' +
    'textarea select datalist button input audio video canvas map area meter progress dialog portal link meta base xml'
  ).split(' '),
);

export const BLOCK_ELEMENTS = new Set(
  (
    'address article aside body center dd details dir div dl dt fieldset figcaption figure footer form header hgroup ' +
    'html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr caption ' +
    'colgroup ul blockquote h1 h2 h3 h4 h5 h6 hr marquee listing xmp search block hl1 hl2 multicol'
  ).split(' '),
);

export const HEADING_LEVELS: Readonly<Record<string, 2 | 3 | 4>> = {
  h1: 2,
  h2: 2,
  h3: 3,
  h4: 4,
  h5: 4,
  h6: 4,
  hl1: 2,
  hl2: 2,
};

const TABLE_PARTS = 'tr td th tbody thead tfoot caption colgroup'.split(' ');

/** Opening the key ends an open element of these names, up to the nearest of `IMPLIED_END_SCOPES`. */
export const IMPLIED_ENDS: Readonly<Record<string, readonly string[]>> = {
  li: ['li', 'p'],
  dt: ['dt', 'dd', 'p'],
  dd: ['dt', 'dd', 'p'],
  td: ['td', 'th', 'caption', 'p', 'colgroup'],
  th: ['td', 'th', 'caption', 'p', 'colgroup'],
  tr: ['tr', 'td', 'th', 'caption', 'p', 'colgroup'],
  tbody: TABLE_PARTS,
  thead: TABLE_PARTS,
  tfoot: TABLE_PARTS,
  option: ['option'],
  body: ['head'],
};

/** An implied end never reaches beyond one of these. */
export const IMPLIED_END_SCOPES: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(['ul', 'ol', 'menu', 'dir', 'table', 'td', 'th', 'div', 'blockquote']),
  dt: new Set(['dl', 'table', 'td', 'th', 'div']),
  dd: new Set(['dl', 'table', 'td', 'th', 'div']),
  td: new Set(['tr', 'table']),
  th: new Set(['tr', 'table']),
  tr: new Set(['table']),
  tbody: new Set(['table']),
  thead: new Set(['table']),
  tfoot: new Set(['table']),
  option: new Set(['select', 'datalist']),
  body: new Set(['html']),
};

/** A closing tag is looked for only up to one of these, unless it names a part of a table itself. */
export const CLOSE_SCOPES = new Set(['td', 'th', 'caption', 'table']);
export const TABLE_NAMES = new Set([...TABLE_PARTS, 'table', 'body', 'html']);
