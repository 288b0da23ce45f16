import type { Db } from '#platform/database.ts';
import { type AddPartner, addPartner } from '../add-partner.ts';
import type { OutgoingPaper } from '../to-outgoing.ts';

export const PAPER: OutgoingPaper = {
  baseUrl: 'https://paper.example',
  splitByline: (byline) => (byline ? [byline.replace(/^By /, '')] : []),
};

export const buildPartner = (db: Db, changed: Partial<AddPartner> = {}) =>
  addPartner(
    db,
    { name: 'harbour-weekly', format: 'ninjs', text: 'full', wire: false, ...changed },
    new Date('2026-01-01T00:00:00Z'),
  );
