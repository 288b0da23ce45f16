import type { ParagraphChange } from '#document/compare.ts';

export type Stretch = { changed: boolean; paragraphs: ParagraphChange[] };

/** Paragraphs in stretches that changed and stretches that did not, in order: the latter are folded away. */
export function toStretches(paragraphs: ParagraphChange[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const paragraph of paragraphs) {
    const changed = paragraph.kind !== 'same';
    const last = stretches.at(-1);
    if (last?.changed === changed) last.paragraphs.push(paragraph);
    else stretches.push({ changed, paragraphs: [paragraph] });
  }
  return stretches;
}
