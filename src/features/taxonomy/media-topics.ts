/**
 * The IPTC Media Topics as far as sections need them (cv.iptc.org/newscodes/mediatopic, CC BY 4.0, © IPTC): the seventeen subjects at the
 * top, and the branches below them. IPTC numbered its first list branch by branch, so that the number of a term, retired or not, tells
 * the branch that it grew on; what was added or moved since is listed by itself.
 */

export type TopSubject = {
  /** Eight digits, the same in the Media Topics and in the Subject Codes before them. */
  code: string;
  name: string;
  /** IPTC's category of three letters, as IIM and IPTC 7901 have it. */
  category: string;
  /** The branches by their numbers above 20000000. */
  branches: Readonly<Record<number, string>>;
};

/** In the order in which their branches are numbered. */
export const TOP_SUBJECTS: readonly TopSubject[] = [
  {
    code: '01000000',
    name: 'arts, culture, entertainment and media',
    category: 'ACE',
    branches: { 2: 'arts and entertainment', 38: 'culture', 45: 'mass media' },
  },
  {
    code: '16000000',
    name: 'conflict, war and peace',
    category: 'WAR',
    branches: {
      53: 'act of terror',
      56: 'armed conflict',
      65: 'civil unrest',
      70: "coup d'etat",
      71: 'massacre',
      73: 'peace process',
      77: 'post-war reconstruction',
      80: 'prisoners of war',
    },
  },
  {
    code: '02000000',
    name: 'crime, law and justice',
    category: 'CLJ',
    branches: { 82: 'crime', 106: 'judiciary', 119: 'justice', 121: 'law', 129: 'law enforcement' },
  },
  {
    code: '03000000',
    name: 'disaster, accident and emergency incident',
    category: 'DIS',
    branches: {
      139: 'accident and emergency incident',
      148: 'disaster',
      160: 'emergency incident',
      167: 'emergency planning',
      168: 'emergency response',
    },
  },
  {
    code: '04000000',
    name: 'economy, business and finance',
    category: 'FIN',
    branches: {
      170: 'business information',
      209: 'economic sector',
      344: 'economy',
      385: 'market and exchange',
    },
  },
  {
    code: '05000000',
    name: 'education',
    category: 'EDU',
    branches: {
      398: 'parents group',
      399: 'religious education',
      400: 'school',
      410: 'social learning',
      411: 'teaching and learning',
      412: 'curriculum',
      413: 'educational testing and examinations',
      414: 'entrance examination',
      415: 'students',
      416: 'teachers',
    },
  },
  {
    code: '06000000',
    name: 'environment',
    category: 'EVN',
    branches: {
      418: 'climate change',
      420: 'conservation',
      424: 'environmental pollution',
      430: 'natural resources',
      441: 'nature',
    },
  },
  {
    code: '07000000',
    name: 'health',
    category: 'HTH',
    branches: {
      446: 'diseases and conditions',
      461: 'health facility',
      463: 'health organisations',
      464: 'health treatment',
      480: 'government health care',
      483: 'health insurance',
      484: 'private health care',
      485: 'medical profession',
      493: 'non-human diseases',
    },
  },
  {
    code: '08000000',
    name: 'human interest',
    category: 'HUM',
    branches: {
      497: 'accomplishment',
      498: 'award and prize',
      499: 'record and achievement',
      500: 'animal',
      501: 'ceremony',
      502: 'people',
      503: 'human mishap',
      504: 'high society',
      505: 'celebrity',
      507: 'flowers and plants',
    },
  },
  {
    code: '09000000',
    name: 'labour',
    category: 'LAB',
    branches: {
      509: 'employment',
      521: 'employment legislation',
      523: 'labour market',
      524: 'labour relations',
      531: 'retirement',
      533: 'unemployment',
      536: 'unions',
    },
  },
  {
    code: '10000000',
    name: 'lifestyle and leisure',
    category: 'LIF',
    branches: { 538: 'leisure', 565: 'lifestyle' },
  },
  {
    code: '11000000',
    name: 'politics and government',
    category: 'POL',
    branches: {
      574: 'election',
      587: 'fundamental rights',
      593: 'government',
      621: 'government policy',
      638: 'international relations',
      646: 'non-governmental organisation',
      647: 'political crisis',
      648: 'political dissent',
      649: 'political process',
    },
  },
  {
    code: '12000000',
    name: 'religion',
    category: 'REL',
    branches: {
      657: 'belief systems',
      687: 'interreligious dialogue',
      688: 'religious conflict',
      689: 'religious event',
      696: 'religious ritual',
      697: 'religious facility',
      702: 'relations between religion and government',
      703: 'religious leader',
      705: 'religious text',
    },
  },
  {
    code: '13000000',
    name: 'science and technology',
    category: 'SCI',
    branches: {
      710: 'biomedical science',
      715: 'mathematics',
      717: 'natural science',
      735: 'scientific research',
      741: 'scientific institution',
      742: 'social sciences',
      755: 'scientific standards',
      756: 'technology and engineering',
    },
  },
  {
    code: '14000000',
    name: 'society',
    category: 'SOI',
    branches: {
      768: 'communities',
      770: 'demographics',
      771: 'immigration',
      772: 'emigration',
      775: 'discrimination',
      780: 'family',
      788: 'mankind',
      799: 'social condition',
      802: 'social problem',
      808: 'values',
      817: 'welfare',
    },
  },
  {
    code: '15000000',
    name: 'sport',
    category: 'SPO',
    branches: {
      822: 'competition discipline',
      1103: 'disciplinary action in sport',
      1104: 'drug use in sport',
      1108: 'sport event',
      1124: 'sport industry',
      1125: 'sport organisation',
      1126: 'sport venue',
    },
  },
  {
    code: '17000000',
    name: 'weather',
    category: 'WEA',
    branches: {
      1128: 'weather forecast',
      1129: 'weather phenomena',
      1130: 'weather statistic',
      1131: 'weather warning',
    },
  },
];

/** The last number of the first list. */
export const LAST_NUMBERED = 1131;

/** Terms that came later, or have moved, each with the term above it. */
export const MOVED: Readonly<Record<number, string>> = {
  619: '20000621',
  620: '20000621',
  1132: '20000621',
  1146: '20000621',
  1147: '20000621',
  1148: '15000000',
  1216: '05000000',
  1217: '05000000',
  1237: '08000000',
  1238: '08000000',
  1239: '10000000',
  1240: '15000000',
  1248: '20000002',
  1249: '20000002',
  1301: '15000000',
  1323: '15000000',
  1324: '15000000',
  1325: '15000000',
  1337: '05000000',
  1338: '05000000',
  1339: '10000000',
};

/** Retired terms: what they meant is said by the term above them now. */
export const RETIRED: ReadonlySet<number> = new Set([160, 167, 411, 497, 502, 687, 689]);
