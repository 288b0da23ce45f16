import { expect, it } from 'vitest';
import { parseBody, toXhtml } from './story-body.ts';

it('points in a row share one list, and two lists stay two', () => {
  expect(toXhtml(parseBody('- a\n- b\n\nText.\n\n- c', 1))).toBe(
    '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Text.</p>\n<ul>\n<li>c</li>\n</ul>',
  );
});

it('characters that mean something to XML are escaped', () => {
  expect(toXhtml(parseBody('Hask & Lund <"x">', 1))).toBe('<p>Hask &amp; Lund &lt;&quot;x&quot;&gt;</p>');
});
