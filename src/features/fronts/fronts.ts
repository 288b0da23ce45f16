export type { FilledContainer } from './compose-front.ts';
export type { ContainerLayout } from './fronts.tables.ts';
export { loadFront } from './load-front.ts';
export { type PinArticle, pinArticle, unpinArticle } from './pin-article.ts';
