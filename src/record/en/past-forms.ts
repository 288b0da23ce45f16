const IRREGULAR = new Set(
  `was were had did said told went came took made got gave found thought saw became left felt brought began kept held wrote
stood heard let meant set met ran paid sat spoke led grew lost fell sent built understood drew broke spent rose drove bought
wore chose won shot struck fought caught taught sold sought threw hit flew died lay knew shook swore swept fled hid bit blew
fed froze hung hurt laid leapt lit put rang sank sang shut slept slid spread stole stuck swam tore woke withdrew overtook
undertook underwent forbade forgot forgave cost cut quit beat burst cast bid split bound dealt dug rode shrank stung strode
undid upheld withstood outlined been gone done seen taken given`.split(/\s+/),
);
/** Ends in -ed, but is no past form. */
const NOT_PAST = new Set(
  `need speed indeed seed feed breed red bed deed weed creed greed hundred sacred naked wicked united allied armed
so-called aged beloved unprecedented supposed unexpected alleged`.split(/\s+/),
);

/** Whether a lower-case word looks like a past tense or a past participle. */
export const isPastForm = (low: string): boolean =>
  IRREGULAR.has(low) || (low.length > 4 && low.endsWith('ed') && !NOT_PAST.has(low));
