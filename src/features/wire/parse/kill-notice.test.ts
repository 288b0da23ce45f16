import { expect, test } from 'vitest';
import { parseMessage } from './parse-message.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

type Seen = { pubstatus?: string; kills: string[] };

function seen(text: string, as?: 'iptc7901' | 'anpa' | 'nitf' | 'newsml-g2' | 'mail'): Seen {
  const [item] = parseMessage(bytes(text), { as }).items;
  return {
    pubstatus: item?.pubstatus,
    kills: item?.links.filter(({ rel }) => rel === 'kills').map(({ href }) => href) ?? [],
  };
}

const teleprinter = (header: string, ...lines: string[]): string =>
  `\u0001${header}\r\n\u0002\r\n${lines.join('\r\n')}\r\n\u0003\r\n041230 Mar 26\r\n\u0004`;

const DPA = 'bdt0130 3 pl 30 dpa 0456';
const REUTERS = 'rtr0456 3 f 40 reuters 0001';
const AFP = 'fra0456 3 i 40 afp 0001';

const orders: [name: string, text: string, named: string][] = [
  [
    'dpa, in a headline of its own',
    teleprinter(
      DPA,
      "++ ACHTUNG: Meldung 'bdt0123' bitte nicht verwenden ++ =",
      '',
      'Berlin (dpa) - Eine neue Fassung folgt.',
    ),
    'number:bdt0123',
  ],
  [
    'dpa, as a sentence with the day',
    teleprinter(
      DPA,
      'Hafen/',
      'Achtung Redaktionen =',
      '',
      'Die Meldung bdt0123 vom 3. März wird zurückgezogen.',
    ),
    'number:bdt0123@2026-03-03',
  ],
  ['a bare order', teleprinter(DPA, 'KILL bdt0123', '', 'Bitte nicht verwenden.'), 'number:bdt0123'],
  [
    'a number without its service',
    teleprinter(DPA, 'KILL 0123', '', 'Bitte nicht verwenden.'),
    'number:bdt0123',
  ],
  [
    'AFP',
    teleprinter(AFP, 'ANNULATION', '', 'Prière de ne pas utiliser la dépêche fra0123 sur le port de Brest.'),
    'number:fra0123',
  ],
  [
    'Reuters, by headline',
    teleprinter(REUTERS, 'KILL - Acme to cut 400 jobs in Hamburg', '', 'Please kill the story.'),
    'headline:Acme to cut 400 jobs in Hamburg',
  ],
  [
    'a withdrawal that quotes',
    teleprinter(
      REUTERS,
      'ADVISORY',
      '',
      'The story headlined "Acme to cut 400 jobs in Hamburg" has been withdrawn.',
    ),
    'headline:Acme to cut 400 jobs in Hamburg',
  ],
];

test.each(orders)('%s is an order to take back what it names', (_, text, named) => {
  const { pubstatus, kills } = seen(text, 'iptc7901');
  expect(pubstatus).toBe('canceled');
  expect(kills).toContain(named);
});

const anpa = (keyword: string, ...lines: string[]): string =>
  `\u0016\u0016\u0001a0260\u001f\r\nu a\u0011\u0013${keyword} 03-04 0030\r\n\u0002${lines
    .map((line) => `\u2022^${line}<`)
    .join('\r\n')
    .replaceAll('\u2022', '')}\r\n\u0003AP-NY-03-04-26 1530EST\r\n\u0004`;

const bulletins: [name: string, text: string, named: string[]][] = [
  [
    'by number and slug',
    anpa('AM-Budget-Kill', 'AM-Budget, KILL', 'Eds: KILL AM-Budget, 0250', 'Eds: A kill is mandatory.'),
    ['number:a0250', 'slug:AM-Budget'],
  ],
  [
    'by its own slug',
    anpa(
      'BC-US--Budget',
      'BC-US--Budget, Bulletin Kill',
      'MANDATORY KILL',
      'Eds: Members are asked to kill the story.',
    ),
    ['slug:BC-US--Budget'],
  ],
  [
    'by a number in a sentence',
    anpa(
      'BC-US--Budget',
      'BC-US--Budget, KILL',
      'EDITORS: Please kill BC-US--Budget, a0250, that moved March 3.',
    ),
    ['number:a0250@2026-03-03', 'slug:BC-US--Budget@2026-03-03'],
  ],
];

test.each(bulletins)('a bulletin of ANPA %s names its story', (_, text, named) => {
  const { pubstatus, kills } = seen(text, 'anpa');
  expect(pubstatus).toBe('canceled');
  for (const one of named) expect(kills).toContain(one);
});

const news: [name: string, text: string][] = [
  [
    'a film',
    teleprinter(REUTERS, 'Kill Bill returns to the cinema =', '', 'LONDON (Reuters) - The film is back.'),
  ],
  [
    'a crime in capitals',
    teleprinter(REUTERS, 'KILL SQUAD TRIED IN HAMBURG =', '', 'HAMBURG (Reuters) - Four men were tried.'),
  ],
  [
    'a part that goes',
    anpa(
      'BC-US--Budget',
      'BC-US--Budget, 1st Ld-Writethru',
      'Eds: Kill 3rd graf, minor edits.',
      'Council passes budget',
      'By ANN MILLER<',
      '\u0009WASHINGTON (AP) _ The council passed it.',
    ),
  ],
  [
    'a slug on the road',
    anpa(
      'BC-US--Road Kill',
      'BC-US--Road-Kill',
      'Deer on the road',
      '\u0009WASHINGTON (AP) _ Drivers hit more deer.',
    ),
  ],
  [
    'a report of the dead',
    teleprinter(
      REUTERS,
      'Report says a man was killed =',
      '',
      'LONDON (Reuters) - The report said on 4 March that a man was killed and "Acme" was withdrawn.',
    ),
  ],
  [
    'a report that is gone',
    teleprinter(
      DPA,
      'Ministerium zieht Bericht zurück =',
      '',
      'Berlin (dpa) - Der Bericht vom 3. März wurde zurückgezogen.',
    ),
  ],
  [
    'a condition of use',
    teleprinter(
      DPA,
      'Hafen/ =',
      '',
      'Achtung: Meldung bitte nicht vor 18.00 Uhr verwenden',
      '',
      'Kiel (dpa) - Der Rat tagt.',
    ),
  ],
];

test.each(news)('%s is no order', (_, text) => {
  const { pubstatus, kills } = seen(text, text.includes('^') ? 'anpa' : 'iptc7901');
  expect({ pubstatus: pubstatus === 'canceled', kills }).toEqual({ pubstatus: false, kills: [] });
});

test('a message carries the number that orders name it by', () => {
  const [item] = parseMessage(bytes(teleprinter(DPA, 'Hafen/ =', '', 'Kiel (dpa) - Der Rat tagt.'))).items;
  expect(item?.links).toContainEqual({ rel: 'number', href: 'number:bdt0130' });
});

const g2 = (version: number, status: string): string => `<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:20260304:kill-1" version="${version}" standard="NewsML-G2" standardversion="2.35">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="agency"/><versionCreated>2026-03-04T12:30:00Z</versionCreated><pubStatus qcode="stat:${status}"/>
<link rel="irel:derivedFrom" residref="urn:newsml:agency.example:20260304:story-1"/></itemMeta>
<contentMeta><headline>Council passes budget</headline></contentMeta></newsItem>`;

test('a canceled item takes back what it comes from, but not once it takes back its own earlier version', () => {
  const story = 'urn:newsml:agency.example:20260304:story-1';
  expect(seen(g2(1, 'canceled'), 'newsml-g2').kills).toEqual([story]);
  expect(seen(g2(2, 'canceled'), 'newsml-g2').kills).toEqual([]);
  expect(seen(g2(1, 'usable'), 'newsml-g2').kills).toEqual([]);
});

test('a kill of NITF may stand in its message to editors alone', () => {
  const text = `<nitf><head><docdata><doc-id id-string="kill-1"/><du-key key="story-7" version="2"/><ed-msg msg-type="kill" info="Do not use."/></docdata></head><body><body.head><hedline><hl1>Council passes budget</hl1></hedline></body.head></body></nitf>`;
  expect(seen(text, 'nitf').pubstatus).toBe('canceled');
});
