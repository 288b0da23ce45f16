/** So many stories stand abreast on a wide page. */
const ABREAST = 4;

/**
 * How many stories stand in each row, so that every row fills the page: 7 are 4 and 3, 9 are three rows of 3. Earlier rows
 * take the larger number.
 */
export function rowsOf(count: number): number[] {
  const rows = Math.ceil(count / ABREAST);
  return Array.from({ length: rows }, (_, row) => Math.floor((count + rows - 1 - row) / rows));
}

/** For each of `count` stories, how many abreast its row has. */
export const abreastOf = (count: number): number[] =>
  rowsOf(count).flatMap((inRow) => Array.from({ length: inRow }, () => inRow));

export type LeadArrangement = {
  /** Under the lead, abreast: the stories that come next in weight. */
  row: number;
  /** In the column beside both. */
  beside: number;
  /** In rows under all of it. */
  rest: number;
};

const ROW = 3;
const LEAST_BESIDE = 4;
const MOST_BESIDE = 5;

/**
 * Where the stories that follow the lead stand. The column beside is about as high as the lead and a row of three under it
 * when it holds four or five; with fewer stories, and with a lead without a picture, all stand in rows below.
 */
export function arrangeLead(others: number, picture: boolean): LeadArrangement {
  if (!picture || others < ROW + LEAST_BESIDE) return { row: others, beside: 0, rest: 0 };
  const beside = Math.min(others - ROW, MOST_BESIDE);
  return { row: ROW, beside, rest: others - ROW - beside };
}
