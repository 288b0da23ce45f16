import { expect, it } from 'vitest';
import { parseMessage } from '#features/wire/wire.ts';
import { aDemoItem } from './demo-item.builder.ts';
import { toRss, toRssDate } from './rss.ts';

const CHANNEL = { title: 'Copy', link: 'https://courier.example/', description: 'Copy', language: 'en' };
const read = (xml: string) => parseMessage(new TextEncoder().encode(xml), { as: 'rss' }).items;

it('an RSS feed carries whole bodies, bylines and categories that name section and topics', () => {
  const other = aDemoItem({ guid: 'https://courier.example/items/other', headline: 'Other' });
  const [first, second] = read(toRss([aDemoItem(), other], CHANNEL));
  expect(first).toMatchObject({
    uri: aDemoItem().guid,
    headline: aDemoItem().headline,
    byline: 'Nora Stiel',
  });
  expect(first?.abstract).toBe(aDemoItem().deck);
  expect(JSON.stringify(first?.body)).toContain('12 < 31 litres');
  expect(first?.subject.map(({ name }) => name)).toEqual(['national', 'skarn-dam', '06000000']);
  expect(second?.headline).toBe('Other');
});

it('an RSS picture comes with its caption and credit', () => {
  const [item] = read(toRss([aDemoItem()], CHANNEL));
  expect(item?.media[0]).toMatchObject({ caption: 'A & its parts.', credit: 'Courier Graphics' });
});

it('an item is the same in every feed that holds it', () => {
  const later = aDemoItem({
    guid: 'https://courier.example/items/later',
    versionCreated: new Date('2026-11-25T10:00:00Z'),
  });
  const [alone] = read(toRss([aDemoItem()], CHANNEL));
  const [, again] = read(toRss([later, aDemoItem()], CHANNEL));
  expect(again).toEqual(alone);
});

it('a body that ends a CDATA section of its own does not end the element', () => {
  const item = aDemoItem({ body: [{ kind: 'paragraph', text: 'a ]]> b', writtenIn: 1 }] });
  expect(JSON.stringify(read(toRss([item], CHANNEL))[0]?.body)).toContain('a ]]> b');
});

it('dates of RSS have a numeric zone', () => {
  expect(toRssDate(new Date('2026-11-24T07:40:05Z'))).toBe('Tue, 24 Nov 2026 09:40:05 +0200');
  expect(toRssDate(new Date('2026-07-01T22:30:00Z'))).toBe('Thu, 02 Jul 2026 01:30:00 +0300');
});
