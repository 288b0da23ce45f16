import type { DemoItem } from './demo-item.ts';

/** An item with every field that a message can carry; tests change what they are about. */
export const aDemoItem = (changes: Partial<DemoItem> = {}): DemoItem => ({
  guid: 'https://velpress.example/items/dam',
  version: 2,
  language: 'en',
  firstCreated: new Date('2026-11-24T07:40:00Z'),
  versionCreated: new Date('2026-11-24T10:00:00Z'),
  status: 'usable',
  urgency: 3,
  headline: 'Water & rock at "Skarn"',
  deck: 'What the <gallery> shows',
  slugline: 'Dam-Skarn',
  byline: 'Nora Stiel',
  credit: 'Velpress',
  located: 'SKARNBY',
  body: [{ kind: 'paragraph', text: 'Hask & Lund measured 12 < 31 litres.', writtenIn: 1 }],
  subjects: [
    { code: 'demo-sect:national', name: 'National' },
    { code: 'demo-topic:skarn-dam', name: 'Skarn Dam' },
    { code: 'medtop:06000000', name: 'environment' },
  ],
  pictures: [
    { href: 'demo-graphic:map-a', alt: 'Map of A.', caption: 'A & its parts.', credit: 'Courier Graphics' },
    { href: 'demo-graphic:map-b', alt: 'Map of B.', caption: 'B.', credit: 'Water Authority' },
  ],
  ...changes,
});
