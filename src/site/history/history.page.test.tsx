import { describe, expect, it } from 'vitest';
import { compareParagraphs } from '#document/compare.ts';
import { aFrame } from '../layout/frame.builder.ts';
import { renderPage } from '../layout/render-page.ts';
import { HistoryPage } from './history.page.tsx';
import type { RevisionProps } from './history.props.ts';

const when = { iso: '2026-11-24T06:09:00.000Z', label: '24 November 2026' };
const page = (...revisions: RevisionProps[]) =>
  renderPage(
    <HistoryPage
      {...aFrame()}
      section={{ href: '/world', label: 'World' }}
      articleHref="/world/a"
      headline="The vote"
      revisions={revisions}
    />,
  );
const first: RevisionProps = { number: 1, kind: 'published', when };

describe('a public history', () => {
  it('marks what was taken out and put in by element, sign and word', () => {
    const paragraphs = compareParagraphs(['The vote was 64 to 40.'], ['The vote was 61 to 40.']);
    const html = page({ number: 2, kind: 'correction', when, paragraphs }, first);
    expect(html).toContain('<del><span class="hidden">taken out: </span>64</del>');
    expect(html).toContain('<ins><span class="hidden">put in: </span>61</ins>');
    expect(html).toContain('<del>taken out</del> <ins>put in</ins>');
  });

  it('folds away what did not change', () => {
    const before = ['One.', 'Two.', 'The vote was 64 to 40.'];
    const paragraphs = compareParagraphs(before, ['One.', 'Two.', 'The vote was 61 to 40.']);
    expect(page({ number: 2, kind: 'update', when, paragraphs }, first)).toContain(
      '<details><summary>2 paragraphs unchanged</summary>',
    );
  });

  it('says so where the text stayed the same', () => {
    const paragraphs = compareParagraphs(['One.'], ['One.']);
    expect(page({ number: 2, kind: 'update', when, paragraphs }, first)).toContain(
      'The text did not change.',
    );
  });

  it('needs no legend for a single revision', () => {
    expect(page(first)).not.toContain('class="legend');
  });
});
