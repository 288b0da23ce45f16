import { aFrame } from '../layout/frame.builder.ts';
import type { ArticleProps } from './article.props.ts';

/** For tests: an article with no more than it must have. */
export const anArticle = (changes: Partial<ArticleProps> = {}): ArticleProps => ({
  ...aFrame(),
  id: 1,
  section: { href: '/world', label: 'World' },
  headline: 'Two islands agree to share one lighthouse',
  bylines: [],
  published: { iso: '2026-11-24T05:40:00.000Z', label: '24 November 2026, 14:40 KST' },
  historyHref: '/world/2026/11/24/lighthouse/history',
  revisions: 1,
  corrections: [],
  bodyHtml: '<p>It stands on the border.</p>',
  notes: [],
  sources: [],
  whatNext: { title: 'What happens next', entries: [], diary: { href: '/diary', label: 'The whole diary' } },
  topics: [],
  share: [],
  translations: [],
  latest: [],
  popular: { title: 'Most popular', href: '/most-popular', entries: [] },
  ...changes,
});
