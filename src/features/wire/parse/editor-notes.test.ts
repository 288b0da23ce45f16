import { expect, it } from 'vitest';
import { parseHtml } from '#document/parse-html.ts';
import { toText } from '#document/to-text.ts';
import { takeEditorNotes } from './editor-notes.ts';
import { parseMessage } from './parse-message.ts';

const take = (html: string, wire = true): { text: string; notes: string } => {
  const { body, notes } = takeEditorNotes(parseHtml(html).document, wire);
  return { text: toText(body), notes: notes.join('|') };
};

it('takes paragraphs that speak to editors, and leaves those that only mention them', () => {
  for (const note of [
    'EDITORS: photos follow',
    '(Eds: UPDATES with quotes)',
    'ATTENTION EDITORS - corrects age',
    'Achtung Redaktionen: Sperrfrist',
    'dpa so yyon z2 a3 vni/dmo',
  ]) {
    expect(take(`<p>Copy.</p><p>${note}</p>`)).toEqual({ text: 'Copy.', notes: note });
  }
  expect(take('<p>Editors of the paper said so.</p><p>Redaktionen in aller Welt staunten.</p>').notes).toBe(
    '',
  );
});

it('takes everything after the title of a section for editors', () => {
  for (const title of ['## Notizblock', '--- Redaktionelle Hinweise ---', 'NOTES TO EDITORS']) {
    expect(take(`<p>Copy.</p><p>${title}</p><p>secret</p><ul><li>too</li></ul>`).text).toBe('Copy.');
  }
});

it('leaves a note that a page has for its readers', () => {
  expect(take("<p>Editor's note: this report was updated.</p><p>Copy.</p>", false).text).toContain(
    'was updated',
  );
  expect(take("<p>Editor's note: this report was updated.</p><p>Copy.</p>").text).toContain('was updated');
});

it('takes what markup in a feed marks as private', () => {
  const rss =
    '<rss><channel><item><title>t</title><description><![CDATA[<p>Copy.</p><div class="notepad"><p>secret</p></div>]]></description></item></channel></rss>';
  const [item] = parseMessage(new TextEncoder().encode(rss)).items;
  expect(item && toText(item.body)).toBe('Copy.');
  expect(item?.ednote).toBe('secret');
});

it('takes the initials by which a desk signs, at the end of wire copy alone', () => {
  expect(take('<p>Copy.</p><p>bur-abc/de/fgh</p>')).toEqual({ text: 'Copy.', notes: 'bur-abc/de/fgh' });
  expect(take('<p>Copy.</p><p>ab/cd</p><p>More.</p>').notes).toBe('');
  expect(take('<p>Copy.</p><p>and/or</p>', false).notes).toBe('');
});
