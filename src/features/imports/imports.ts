export { type ImportOutcome, importPosts } from './import-posts.ts';
export { IMPORT_RESULTS, type ImportCounts, type ImportRow } from './import-row.ts';
export { importedPicturesHandler } from './imported-pictures.job.ts';
export type { Places } from './post-place.ts';
