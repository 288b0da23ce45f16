import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { toNormalisedItem } from './normalised-item.ts';
import { parseMessage } from './parse-message.ts';

const GERMAN = [
  '\u0001bdt0123 4 pl 212  nordwire 0456',
  '',
  'Hafen/Haushalt/',
  '(Zusammenfassung 1730 - neu: Zitat Müller)',
  'Rat beschließt Haushalt - Opposition übt scharfe Kritik an der',
  'Stadtregierung',
  'Von Anne Müller, dpa =',
  '\u0002',
  'Kiel (dpa) - Der Rat hat am Freitag den Haushalt für das kommende Jahr',
  'beschlossen und dabei auf die Kritik der Opposition nicht gehört. Das',
  'Verfassungs-',
  'gericht war nicht gefragt worden, sagte die Sprecherin vor der Presse.',
  '',
  '# Notizblock',
  '## Orte',
  '- [Rathaus](Platz 1, Kiel)',
  'dpa am yydd n1 hz',
  '\u0003',
  '041230 Mär 15',
  '\u0004',
].join('\r\n');

const read = (bytes: Uint8Array) => parseMessage(bytes).items.map(toNormalisedItem);

const encodings: [string, (text: string) => Uint8Array][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['Windows-1252', (text) => iconv.encode(text, 'win1252')],
  ['code page 850', (text) => iconv.encode(text, 'cp850')],
  ['ISO 646-DE', (text) => Buffer.from(asGerman646(text), 'latin1')],
  ['no control characters', (text) => Buffer.from(text.replace(/[^\P{Cc}\r\n]/gu, ''))],
];

const asGerman646 = (text: string): string =>
  text
    .replace('[Rathaus]', 'Rathaus')
    .replace(/[äöüÄÖÜß]/g, (letter) => '{|}[\\]~'.charAt('äöüÄÖÜß'.indexOf(letter)));

test.each(encodings)('a report in %s keeps its letters and loses its notes', (_, encode) => {
  const [item] = read(encode(GERMAN));
  expect(item).toMatchObject({
    uri: 'urn:iptc7901:bdt0123:2015-03-04',
    language: 'de',
    headline: 'Rat beschließt Haushalt - Opposition übt scharfe Kritik an der Stadtregierung',
    byline: 'Anne Müller',
    credit: 'dpa',
    located: 'Kiel',
    slugline: 'Hafen/Haushalt',
    urgency: 4,
    versioncreated: '2015-03-04T12:30:00+01:00',
    ednote: expect.stringContaining('Notizblock'),
  });
  expect(item?.signal).toEqual(['sig:update', '(Zusammenfassung 1730 - neu: Zitat Müller)']);
  expect(item?.body_text).toContain('Verfassungsgericht war nicht');
  expect(item?.body_text).not.toMatch(/Notizblock|Rathaus|yydd/);
});

const message = (...lines: string[]) =>
  Buffer.from(`\u0001abc0001 3 i 100 x\r\n${lines.join('\r\n')}`, 'latin1');

test('escapes to a national form of ISO 646 are carried out', () => {
  const bytes = message(
    'Hafen \u001b(K}\u001b(Bberf}llt =',
    '\u0002Kiel (dpa) - Gro\u001b(K~\u001b(B.',
    '\u0003',
  );
  expect(read(bytes)[0]).toMatchObject({ headline: 'Hafen überf}llt', body_text: 'Kiel (dpa) - Groß.' });
});

test('a kill, a correction and an embargo are told from the lines over the copy', () => {
  const body = [
    '\u0002Kiel (dpa) - The harbour is open again, the city said.',
    '\u0003',
    '041230 GMT Mar 15',
  ];
  expect(read(message('Harbour/', 'KILL', 'Harbour open =', ...body))[0]).toMatchObject({
    pubstatus: 'canceled',
  });
  expect(read(message('Harbour/', 'CORRECTION', 'Harbour open =', ...body))[0]).toMatchObject({
    signal: ['sig:correction', 'CORRECTION'],
    pubstatus: 'usable',
  });
  const held = read(message('Harbour open =', 'EMBARGO: 5 March 2015, 0600 GMT', ...body))[0];
  expect(held).toMatchObject({ embargoed: '2015-03-05T06:00:00Z', versioncreated: '2015-03-04T12:30:00Z' });
  expect(held?.body_text).not.toContain('EMBARGO');
  const unclear = read(message('Harbour open =', 'EMBARGO: until the speech is held', ...body))[0];
  expect(unclear).toMatchObject({ embargoed: 'indefinite' });
});

test('a message that is all for editors is withheld', () => {
  const advisory = message(
    'Schedule/',
    'ADVISORY',
    'The day ahead =',
    '\u0002We plan to send reports.',
    '\u0003',
  );
  expect(read(advisory)[0]).toMatchObject({ pubstatus: 'withheld' });
});

test('a table keeps its columns', () => {
  const rows = [' 1. Kiel      24  18  4  58', ' 2. Lübeck    24  14  6  48'];
  const [item] = read(
    Buffer.from(
      `\u0001sid0345 4 sp 030  sid\r\nTabelle =\r\n\u0002Die Tabelle:\r\n${rows.join('\r\n')}\r\n\u0003`,
      'latin1',
    ),
  );
  expect(item?.body_text).toBe(`Die Tabelle:\n\n${rows.join('\n')}`);
});

test('messages in a row are items in a row, and a broken one costs the others nothing', () => {
  const one = 'Harbour open =\r\n\u0002The harbour is open.\r\n\u0003\u0004';
  const bytes = Buffer.from(
    `\u0001abc0001 3 i 10 x\r\n${one}\u0001no header\r\n${one}\u0001abc0002 3 i 10 x\r\n${one}`,
  );
  const { items, failures } = parseMessage(bytes);
  expect(items).toHaveLength(2);
  expect(failures).toEqual([{ position: 1, reason: expect.stringContaining('header line of IPTC 7901') }]);
});
