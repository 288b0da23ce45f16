import { expect, it } from 'vitest';
import { parseMessage, type WireItem } from '#features/wire/wire.ts';
import { aDemoItem } from './demo-item.builder.ts';
import { toNinjs } from './ninjs.ts';

const PROVIDER = { name: 'Halse Telegraph' };

const read = (json: string): WireItem =>
  parseMessage(new TextEncoder().encode(json), { as: 'ninjs' }).items[0] as WireItem;

it('a ninjs message carries every field to whoever reads it', () => {
  const item = aDemoItem({ embargoed: new Date('2026-11-26T08:00:00Z'), ednote: 'Adds quotes.' });
  expect(read(toNinjs(item, PROVIDER))).toMatchObject({
    uri: item.guid,
    version: 2,
    language: 'en',
    headline: item.headline,
    abstract: item.deck,
    byline: 'Nora Stiel',
    credit: 'Velpress',
    located: 'SKARNBY',
    urgency: 3,
    pubstatus: 'usable',
    versioncreated: '2026-11-24T12:00:00+02:00',
    embargoed: '2026-11-26T10:00:00+02:00',
    ednote: 'Adds quotes.',
    subject: item.subjects,
  });
});

it('a ninjs translation names its original', () => {
  const original = 'https://halse.example/items/first';
  const { links } = read(toNinjs(aDemoItem({ translationOf: original }), PROVIDER));
  expect(links).toContainEqual(expect.objectContaining({ href: original, rel: 'translationOf' }));
});

it('a ninjs picture is an association with alt text, caption and credit', () => {
  const { associations } = JSON.parse(toNinjs(aDemoItem(), PROVIDER));
  expect(associations).toHaveLength(2);
  expect(associations[1]).toMatchObject({
    type: 'graphic',
    altText: 'Map of B.',
    creditLine: 'Water Authority',
    descriptions: [{ role: 'caption', value: 'B.' }],
    renditions: [{ href: 'demo-graphic:map-b', contentType: 'image/svg+xml' }],
  });
});
