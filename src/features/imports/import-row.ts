export const IMPORT_RESULTS = ['published', 'waits', 'already there', 'left out', 'failed'] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

/** What became of one row of an export. */
export type ImportRow = {
  /** Its place in the export, from 1. */
  position: number;
  guid?: string;
  /** As the export has it. */
  oldAddress?: string;
  headline?: string;
  result: ImportResult;
  /** The path of the article. */
  newAddress?: string;
  notes: string[];
};

export type ImportCounts = Record<ImportResult, number>;

export const noCounts = (): ImportCounts => ({
  published: 0,
  waits: 0,
  'already there': 0,
  'left out': 0,
  failed: 0,
});
