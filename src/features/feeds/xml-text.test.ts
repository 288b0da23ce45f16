import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { escapeXml, toXmlLine } from './xml-text.ts';

function textOf(xml: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (part) => {
    text += part;
  });
  parser.write(xml).close();
  return text;
}

test('characters that XML 1.0 forbids are taken out and all others stay', () => {
  expect(toXmlLine('a\u0000b\u000bc\u001fd\ufffee\uffff 한국어 😀 é')).toBe('abcde 한국어 😀 é');
});

test('half of a surrogate pair is taken out', () => {
  expect(toXmlLine('a\ud83db\ude00c')).toBe('abc');
});

/** Any UTF-16 unit, so that control characters and halves of surrogate pairs come up often. */
const unit = fc
  .integer({ min: 0, max: 0xffff })
  .map((code) => String.fromCharCode(code % 3 === 0 ? code % 160 : code));

test('whatever the text, it can be read back from XML as it is shown', () => {
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      return textOf(`<a>${escapeXml(text)}</a>`) === toXmlLine(text);
    }),
  );
});

test('a text may stand in an attribute and after CDATA marks', () => {
  expect(escapeXml(`"it's" <b> & ]]>`)).toBe('&quot;it&#39;s&quot; &lt;b&gt; &amp; ]]&gt;');
});
