import { expect, test } from 'vitest';
import { toNormalisedItem } from './normalised-item.ts';
import { parseMessage } from './parse-message.ts';

const HEAD = [
  'From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg@news.example>',
  'Subject: =?utf-8?B?SGFmZW4gd2llZGVyIGdlw7ZmZm5ldA==?=',
  'Date: Wed, 4 Mar 2015 09:15:00 +0100',
  'Message-ID: <1@news.example>',
  'MIME-Version: 1.0',
];
const mail = (headers: string[], ...lines: string[]): Uint8Array =>
  Buffer.from([...headers, '', ...lines].join('\r\n'), 'latin1');
const replaced = (name: string, value: string): string[] =>
  HEAD.map((line) => (line.startsWith(`${name}:`) ? `${name}: ${value}` : line));
const read = (bytes: Uint8Array) => parseMessage(bytes).items.map(toNormalisedItem);
const PROSE =
  'The harbour is open again after the storm, the city said on Wednesday. Ships may leave since the morning.';

test('headers become fields, the body is decoded, replies and client lines go', () => {
  const headers = [
    ...HEAD,
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  const [item] = read(
    mail(
      headers,
      'Der Hafen ist nach dem Sturm wieder ge=F6ffnet, teilte die Stadt mit. Die Sch=',
      'iffe fahren.',
      '',
      'Am 03.03.2015 um 10:00 schrieb Desk <d@p.example>:',
      '> Und?',
      '',
      'Von meinem iPhone gesendet',
    ),
  );
  expect(item).toMatchObject({
    uri: 'mid:1@news.example',
    headline: 'Hafen wieder geöffnet',
    byline: 'Jörg Müller',
    versioncreated: '2015-03-04T09:15:00+01:00',
    body_text: 'Der Hafen ist nach dem Sturm wieder geöffnet, teilte die Stadt mit. Die Schiffe fahren.',
  });
});

test('a press release loses its furniture and is held until its embargo is over', () => {
  const [item] = read(
    mail(
      replaced('From', 'Harbour Board Press Office <press@board.example>').map((line) =>
        line.startsWith('Subject') ? 'Subject: Fwd: PRESS RELEASE: Harbour to open' : line,
      ),
      'FOR IMMEDIATE RELEASE',
      'EMBARGOED until 0001 GMT 5 March',
      '',
      PROSE,
      '',
      PROSE.replace('harbour', 'old port'),
      '',
      '###',
      '',
      'Media contact: Jo Doe, +49 431 1',
      '',
      'This email and any attachments are confidential.',
    ),
  );
  expect(item).toMatchObject({
    headline: 'Harbour to open',
    credit: 'Harbour Board Press Office',
    embargoed: '2015-03-05T00:01:00Z',
  });
  expect(item?.byline).toBeUndefined();
  expect(item?.body_text).toBe(`${PROSE}\n\n${PROSE.replace('harbour', 'old port')}`);
  expect(item?.ednote).toContain('Media contact');
});

test('the copy of a forwarded message is that message, under its own subject', () => {
  const [item] = read(
    mail(
      HEAD,
      'Can we run this?',
      '',
      'Begin forwarded message:',
      '',
      'From: Jo Roe <jo@wire.example>',
      'Subject: Bridge closed',
      'To: desk@paper.example',
      '',
      PROSE,
    ),
  );
  expect(item).toMatchObject({
    headline: 'Bridge closed',
    byline: 'Jo Roe',
    body_text: PROSE,
    ednote: 'Can we run this?',
  });
});

const multipart = (kind: string, ...parts: string[][]): Uint8Array =>
  mail(
    [...HEAD, `Content-Type: multipart/${kind}; boundary="b"`],
    ...parts.flatMap((part) => ['--b', ...part]),
    '--b--',
  );

test('of alternatives the one with paragraphs of its own is read', () => {
  const plain = ['Content-Type: text/plain', '', PROSE];
  const html = [
    'Content-Type: text/html',
    '',
    `<h2>Plans</h2><p>${PROSE}</p><ul><li>one</li><li>two</li></ul>`,
  ];
  expect(read(multipart('alternative', plain, html))[0]?.body_html).toMatch(/<h2>Plans<\/h2>.*<li>/s);
  expect(read(multipart('alternative', plain, ['Content-Type: text/html', '', PROSE]))[0]?.body_text).toBe(
    PROSE,
  );
});

test('an attached story is read as what it is, and the note that carries it is no story', () => {
  const story = [
    'Content-Type: text/plain; name="story.txt"',
    'Content-Disposition: attachment; filename="story.txt"',
    '',
    'abc0001 3 i 100 x',
    'Harbour/',
    'Harbour open =',
    '',
    PROSE,
    '',
    '041230 GMT Mar 15',
  ];
  const items = read(multipart('mixed', ['Content-Type: text/plain', '', 'See attached.'], story));
  expect(items).toMatchObject([
    {
      headline: 'Harbour open',
      body_text: PROSE,
      notes: ['Came as the attachment story.txt (text/plain, 1 kB).'],
    },
  ]);
});

test('archives are never opened, and names lose their folders', () => {
  const zip = [
    'Content-Type: application/octet-stream',
    'Content-Disposition: attachment; filename="../../etc/cron.d/x.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('PK\u0003\u0004 a bomb').toString('base64'),
  ];
  const picture = ["Content-Type: image/jpeg; name*=utf-8''C%3A%5Cpics%5C%C3%BCber.jpg", '', 'x'];
  const [item] = read(multipart('mixed', ['Content-Type: text/plain', '', PROSE], zip, picture));
  expect(item?.notes).toEqual([
    'The attachment x.bin (application/octet-stream, 1 kB) is an archive; archives are not opened.',
    'The attachment über.jpg (image/jpeg, 1 kB) was left in the message as it came.',
  ]);
});

test('messages within messages are read a few deep and no further', () => {
  let inner: Uint8Array = mail(HEAD, PROSE);
  for (let level = 0; level < 6; level += 1)
    inner = multipart('mixed', [
      'Content-Type: message/rfc822',
      '',
      Buffer.from(inner).toString('latin1').replaceAll('--b', `--b${level}`).replaceAll('"b"', `"b${level}"`),
    ]);
  expect(() => parseMessage(inner)).toThrow('no words and no story');
});
