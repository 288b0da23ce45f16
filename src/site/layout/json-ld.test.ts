import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toScriptJson } from './json-ld.ts';

describe('JSON in a script element', () => {
  it('cannot end the element or open a comment', () => {
    expect(toScriptJson({ headline: '</script><!--' })).not.toMatch(/[<>&]/);
  });

  it('says the same as the value', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(JSON.parse(toScriptJson({ text }))).toEqual({ text });
      }),
    );
  });
});
