import { describe, expect, it } from 'vitest';
import { withLocated } from './with-located.ts';

describe('the dateline place', () => {
  it('stands before the first words', () => {
    expect(withLocated('<p>The council met.</p>', 'Ardenholm')).toBe(
      '<p><span class="located">Ardenholm</span> <span class="dash">—</span> The council met.</p>',
    );
  });

  it('is escaped', () => {
    expect(withLocated('<p>x</p>', '<b>')).toContain('>&lt;b&gt;</span>');
  });

  it('is left out of a body that does not begin with a paragraph', () => {
    expect(withLocated('<h2>Part one</h2>', 'Ardenholm')).toBe('<h2>Part one</h2>');
  });
});
