import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { parseMessage, type WireItem } from '#features/wire/wire.ts';
import { aDemoItem } from './demo-item.builder.ts';
import { toNewsmlG2 } from './newsml-g2.ts';

const PROVIDER = { code: 'velpress', name: 'Velpress' };

const read = (xml: string): WireItem =>
  parseMessage(new TextEncoder().encode(xml), { as: 'newsml-g2' }).items[0] as WireItem;

describe('a NewsML-G2 message', () => {
  it('carries every field to whoever reads it', () => {
    const item = aDemoItem({
      embargoed: new Date('2026-11-26T08:00:00Z'),
      signal: 'update',
      ednote: 'Adds quotes.',
    });
    expect(read(toNewsmlG2(item, PROVIDER))).toMatchObject({
      uri: item.guid,
      version: 2,
      type: 'text',
      language: 'en',
      headline: item.headline,
      abstract: item.deck,
      slugline: 'Dam-Skarn',
      byline: 'Nora Stiel',
      credit: 'Velpress',
      located: 'SKARNBY',
      urgency: 3,
      pubstatus: 'usable',
      versioncreated: '2026-11-24T12:00:00+02:00',
      firstcreated: '2026-11-24T09:40:00+02:00',
      embargoed: '2026-11-26T10:00:00+02:00',
      signal: ['sig:update'],
      ednote: 'Adds quotes.',
      subject: item.subjects,
    });
  });

  it('names the original of a translation', () => {
    const original = 'https://velpress.example/items/first';
    const { links } = read(toNewsmlG2(aDemoItem({ translationOf: original }), PROVIDER));
    expect(links).toEqual([expect.objectContaining({ href: original, rel: 'irel:translationOf' })]);
  });

  it('describes each picture in a part of its own that refers to it', () => {
    const xml = toNewsmlG2(aDemoItem(), PROVIDER);
    expect(xml).toContain('<remoteContent id="picture-2" rendition="rnd:main" href="demo-graphic:map-b"');
    const [first, second] = xml.match(/<partMeta[\s\S]*?<\/partMeta>/g) ?? [];
    expect(first).toContain('contentrefs="picture-1"');
    expect(first).toContain('A &amp; its parts.');
    expect(second).toContain('contentrefs="picture-2"');
    expect(second).toContain('<creditline>Water Authority</creditline>');
    expect(second).toContain('Map of B.');
  });

  it('is well-formed with no optional field at all', () => {
    const bare = aDemoItem({
      deck: undefined,
      byline: undefined,
      credit: undefined,
      located: undefined,
      pictures: [],
    });
    const xml = toNewsmlG2(bare, PROVIDER);
    expect(() => new SaxesParser({ xmlns: true }).write(xml).close()).not.toThrow();
    expect(xml).not.toMatch(/undefined|partMeta|remoteContent|embargoed/);
  });

  it('cancels by its status', () => {
    const item = read(toNewsmlG2(aDemoItem({ status: 'canceled', signal: 'kill' }), PROVIDER));
    expect(item).toMatchObject({ pubstatus: 'canceled', signal: ['sig:kill'] });
  });
});
