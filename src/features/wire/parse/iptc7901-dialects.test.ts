import { expect, test } from 'vitest';
import { toNormalisedItem } from './normalised-item.ts';
import { parseMessage } from './parse-message.ts';

type Case = [agency: string, header: string, lines: string[], expected: object];

const CASES: Case[] = [
  [
    'Reuters',
    'RTR0456 3 F 345  LONDON',
    [
      '\u0002WORLD-PORT/RESULTS:UPDATE 2-Port posts record profit',
      '',
      '    By Jane Doe',
      '    KIEL, March 4 (Reuters) - The port posted a record profit on',
      'Wednesday, it said.',
    ],
    {
      slugline: 'WORLD-PORT/RESULTS',
      headline: 'Port posts record profit',
      byline: 'Jane Doe',
      credit: 'Reuters',
      located: 'KIEL',
      signal: ['sig:update', 'UPDATE 2'],
    },
  ],
  [
    'ANSA',
    'SXA0123 4 CRO 200  ANSA',
    [
      '\u0002INCENDIO:PALERMO; DUE FERITI',
      '   (ANSA) - PALERMO, 4 MAR - Due persone sono rimaste ferite nel',
      "centro della citta'. Lo ha detto il sindaco. (ANSA).",
      '',
      '     XYZ-ABC/KTL',
      '04-MAR-15 13:30 NNNN',
    ],
    {
      headline: 'INCENDIO:PALERMO; DUE FERITI',
      credit: 'ANSA',
      located: 'PALERMO',
      body_text:
        "(ANSA) - PALERMO, 4 MAR - Due persone sono rimaste ferite nel centro della citta'. Lo ha detto il sindaco.",
    },
  ],
  [
    'APA',
    'APA0410 5 AI 0245',
    [
      '',
      'Rat/Budget/Wien',
      '',
      'Rat beschloss Budget =',
      '',
      'Utl.: Opposition übt Kritik =',
      '',
      '\u0002   Wien (APA) - Der Rat hat am Mittwoch das Budget beschlossen.',
      '(Schluss) xy/ab',
      '',
      'APA0410    2015-03-04/13:01',
    ],
    {
      headline: 'Rat beschloss Budget',
      abstract: 'Opposition übt Kritik',
      located: 'Wien',
      body_text: 'Wien (APA) - Der Rat hat am Mittwoch das Budget beschlossen.',
    },
  ],
  [
    'AFP',
    'FRA0345 3 I 0230  AFP-AB12',
    [
      '\u0002France-politique-gouvernement,lead',
      'Le Premier ministre annonce sa démission',
      'Par Jean DUPONT',
      '',
      '   PARIS, 4 mars 2015 (AFP) - Le Premier ministre a annoncé sa démission.',
      '   jd/ab/cd',
      'AFP ',
    ],
    {
      slugline: 'France-politique-gouvernement',
      byline: 'Jean DUPONT',
      located: 'PARIS',
      signal: ['sig:update', 'lead'],
      body_text: 'PARIS, 4 mars 2015 (AFP) - Le Premier ministre a annoncé sa démission.',
    },
  ],
  [
    'Belga',
    'BEL0123 3 POL 200  BELGA',
    [
      '',
      'Chambre/budget/',
      'La Chambre adopte le budget =',
      '\u0002BRUXELLES 04/03 (BELGA) = La Chambre a adopté le budget.',
    ],
    {
      headline: 'La Chambre adopte le budget',
      located: 'BRUXELLES',
      versioncreated: '2015-03-04T12:30:00+01:00',
    },
  ],
  [
    'EFE',
    'EFE0123 4 INT 150  EFE',
    [
      '',
      'ESPAÑA PRESUPUESTO',
      'El Congreso aprueba el presupuesto =',
      '\u0002   Madrid, 4 mar (EFE).- El Congreso aprobó hoy el presupuesto. EFE',
      '   abc/def',
    ],
    {
      slugline: 'ESPAÑA PRESUPUESTO',
      located: 'Madrid',
      body_text: 'Madrid, 4 mar (EFE).- El Congreso aprobó hoy el presupuesto.',
    },
  ],
  [
    'PA',
    'PAA0123 3 HHH 200  PA',
    [
      '\u00021 COURTS Bridge',
      'MAN JAILED AFTER BRIDGE CRASH',
      'By Jane Doe, Press Association',
      '',
      '   A man was jailed for two years today.',
      '   end',
    ],
    {
      slugline: '1 COURTS Bridge',
      headline: 'MAN JAILED AFTER BRIDGE CRASH',
      byline: 'Jane Doe',
      credit: 'PA',
      body_text: 'A man was jailed for two years today.',
    },
  ],
  [
    'Keystone-SDA',
    'bsd012 4 pl 150  sda',
    [
      '',
      'Bundesrat/Energie/',
      'Bundesrat will Preise senken =',
      '\u0002',
      'Bern (sda) Der Bundesrat will die Preise senken.',
      '',
      '(SDA-ATS\\ab/cd)',
    ],
    { located: 'Bern', credit: 'sda', body_text: 'Bern (sda) Der Bundesrat will die Preise senken.' },
  ],
  [
    'dpa',
    'bdt0125 3 pl 140  dpa 0457',
    [
      '',
      'Rat/Haushalt/',
      '(Berichtigung: Im zweiten Absatz wurde die Zahl korrigiert: 300 rpt',
      '300)',
      'Rat beschließt Haushalt =',
      '\u0002',
      'Kiel (dpa) - Der Rat hat den Haushalt beschlossen.',
      '',
      '(folgt 2)',
    ],
    {
      headline: 'Rat beschließt Haushalt',
      located: 'Kiel',
      signal: ['sig:correction', expect.stringContaining('300 rpt 300')],
      body_text: 'Kiel (dpa) - Der Rat hat den Haushalt beschlossen.',
    },
  ],
];

test.each(CASES)('%s is read in its own way', (_, header, lines, expected) => {
  const text = `\u0001${header}\r\n${lines.join('\r\n')}\r\n\u0003\r\n041230 Mar 15\r\n\u0004`;
  const [item] = parseMessage(Buffer.from(text, 'latin1')).items.map(toNormalisedItem);
  expect(item).toMatchObject(expected);
});
