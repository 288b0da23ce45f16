import { expect, test } from 'vitest';
import { toNormalisedItem } from './normalised-item.ts';
import { parseMessage } from './parse-message.ts';

const message = (keyword: string, ...lines: string[]): Uint8Array =>
  Buffer.from(
    `\u0016\u0016\u0001a0555\u001f-----\r\nu i \u0013\u0011 ${keyword} 03-04 0050\r\n\u0002${lines.join('\r\n')}\r\n\u0003AP-NY-03-04-15 0234EST<\r\n\u0004`,
    'latin1',
  );

const read = (bytes: Uint8Array) => parseMessage(bytes).items.map(toNormalisedItem);

const STORY = [
  '^BC-XX--Harbour-Crack, 1st Ld-Writethru,416<',
  '^Harbour closes after crack is found<',
  '^AP Photo XNP101, XNP102<',
  '^Eds: Updates. With AP Photos.<',
  '^By JANE DOE=',
  '^Associated Press Writer=',
  "\t   KIEL, Germany (AP) _ ``The harbour is closed,'' the mayor said _ for a month at least. ",
  ' ',
  "\t   It is `a pity' -- she said.",
  '\t   ___',
  '\t   (MORE)',
];

test('head lines become fields, and those for editors a note', () => {
  const [item] = read(message('BC-XX--Harbour-Crack 1stLd', ...STORY));
  expect(item).toMatchObject({
    uri: 'urn:anpa:a0555:2015-03-04',
    headline: 'Harbour closes after crack is found',
    slugline: 'BC-XX--Harbour-Crack',
    byline: 'JANE DOE',
    credit: 'AP',
    located: 'KIEL, Germany',
    urgency: 3,
    versioncreated: '2015-03-04T02:34:00-05:00',
    signal: ['sig:update', '1st Ld-Writethru'],
    subject: [{ code: 'anpacat:i', name: 'international' }],
    body_text:
      'KIEL, Germany (AP) — “The harbour is closed,” the mayor said — for a month at least.\n\nIt is ‘a pity’ — she said.',
  });
  expect(item?.ednote).toMatch(/AP Photo[\s\S]*Eds: Updates/);
});

test('a message whose control characters were lost reads the same', () => {
  const whole = message('BC-XX--Harbour-Crack 1stLd', ...STORY);
  const bare = Buffer.from(
    Buffer.from(whole)
      .toString('latin1')
      .replace(/[^\P{Cc}\t\n]/gu, ''),
    'latin1',
  );
  expect(read(bare)).toEqual(read(whole));
});

test('statistics become a table with typeset halves', () => {
  const [item] = read(
    message('BC-Glance', '^BC-Glance,30<', '^Standings=', '^;W;L;GB', 'Kiel;3;1;_', 'Bremen;2;2;6{'),
  );
  expect(item?.body_html).toMatch(/<table>.*<th>W<\/th>.*<td>6½<\/td>/s);
});

test('a kill is canceled, an advance is held until its time, an advisory withheld', () => {
  const kill = message(
    'PM-Budget, Bulletin Kill',
    '^PM-Budget, Bulletin Kill,40<',
    '^Budget killed<',
    '\t   Kill the story.',
  );
  expect(read(kill)[0]).toMatchObject({ pubstatus: 'canceled' });
  const advance = (line: string) =>
    read(
      message('BC-Walk, Adv05', '^BC-Walk, Adv05,40<', line, '^A walk<', '\t   A walk along the river.'),
    )[0];
  expect(advance('^For release Thursday, March 5, 6 a.m. EST<')).toMatchObject({
    embargoed: '2015-03-05T06:00:00-05:00',
  });
  expect(advance('^$Adv05<')).toMatchObject({ embargoed: 'indefinite', headline: 'A walk' });
  const advisory = Buffer.from(
    'a0555\nr v BC-Advisory 03-04 0050\n^BC-Advisory,10<\n^To editors<\n\t   We plan.\n',
  );
  expect(read(advisory)[0]).toMatchObject({ pubstatus: 'withheld' });
});

test('an alert, which has no headline, is titled by its sentence', () => {
  const [item] = read(
    message('BC-APNewsAlert', '^BC-APNewsAlert,17<', '\t   KIEL, Germany (AP) _ The harbour is closed.'),
  );
  expect(item).toMatchObject({
    headline: 'The harbour is closed',
    body_text: 'KIEL, Germany (AP) — The harbour is closed.',
  });
});
