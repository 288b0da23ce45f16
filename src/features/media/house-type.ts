import { createTypesetter, type Typesetter } from '#graphics/typesetter.ts';
import { findFontSlice } from '#platform/fonts.ts';

let typesetter: Typesetter | undefined;

/** The paper's own type, from the installed fonts; one per process, because loaded fonts and outlines are kept. */
export function houseType(): Typesetter {
  typesetter ??= createTypesetter(findFontSlice);
  return typesetter;
}
