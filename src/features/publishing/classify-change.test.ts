import { expect, test } from 'vitest';
import { classifyChange } from './classify-change.ts';
import { correctionNote } from './correction-note.ts';

const text = (...paragraphs: string[]) => ({ headline: 'Ferry returns', deck: '', paragraphs });
const LEDE = 'The ferry returned to Port Ansel on Monday with 40 passengers aboard after a week in dock.';

test('the same text is no change', () => {
  expect(classifyChange(text(LEDE), text(LEDE)).kind).toBe('none');
});

test('an added paragraph is an update', () => {
  expect(classifyChange(text(LEDE), text(LEDE, 'A second sailing is planned for Friday.')).kind).toBe(
    'update',
  );
});

test('a figure replaced in a paragraph that stands is a correction, and the note names it', () => {
  const change = classifyChange(text(LEDE), text(LEDE.replace('40', '60')));
  expect(change).toMatchObject({ kind: 'correction', changes: { reasons: ['figures'] } });
  expect(correctionNote('en', change.corrected)).toBe(
    'An earlier version of this article said “Ansel on Monday with 40 passengers aboard after”; it now says “Ansel on Monday with 60 passengers aboard after”.',
  );
});

test('a name replaced is a correction', () => {
  expect(classifyChange(text(LEDE), text(LEDE.replace('Ansel', 'Ondine'))).changes.reasons).toEqual([
    'names',
  ]);
});

test('a weekday replaced is a correction of a date', () => {
  expect(classifyChange(text(LEDE), text(LEDE.replace('Monday', 'Tuesday'))).changes.reasons).toEqual([
    'dates',
  ]);
});

test('words replaced inside quotation marks are a correction', () => {
  const before = 'The captain told reporters on the quay that “the sea was never calm that night”, and left.';
  const change = classifyChange(text(before), text(before.replace('never', 'always')));
  expect(change.changes.reasons).toEqual(['quotations']);
});

test('a reworded sentence is an update, whatever the sender claims', () => {
  expect(classifyChange(text(LEDE), text(LEDE.replace('returned to', 'came back to'))).kind).toBe('update');
});

test('a rewritten lede with other figures is an update', () => {
  const after =
    'Passengers cheered as the vessel, empty for 9 days, tied up; 212 people had booked the trip.';
  expect(classifyChange(text(LEDE), text(after)).kind).toBe('update');
});

test('an editorial note that says so makes it a correction', () => {
  expect(classifyChange(text(LEDE), text(LEDE, 'More.'), 'CORRECTS spelling in 2nd graf').kind).toBe(
    'correction',
  );
});

test('the words around a correction never end in the middle of a quotation', () => {
  const before =
    'The mayor said there was "no time at all," adding that 40 people had already left the old harbour.';
  const { corrected } = classifyChange(text(before), text(before.replace('40', '60')));
  expect(corrected).toEqual([
    {
      before: 'at all, adding that 40 people had already',
      after: 'at all, adding that 60 people had already',
    },
  ]);
});

test('a note in Korean is written in Korean', () => {
  expect(correctionNote('ko', [{ before: '40명', after: '60명' }])).toContain('바로잡았습니다');
});

const TOLL = 'At least 12 people were killed when a ferry sank off Port Ansel, the coast guard said.';
const NEWS = 'Two helicopters searched the strait through the night.';

test('a death toll that rises where the text says so far is an update, and the finding names it', () => {
  const change = classifyChange(text(TOLL), text(TOLL.replace('12', '15')));
  expect(change).toMatchObject({
    kind: 'update',
    corrected: [],
    changes: { reasons: ['developing figures'] },
  });
});

test('a toll that rises in a take with more news is an update', () => {
  const before = TOLL.replace('At least ', '');
  expect(classifyChange(text(before), text(before.replace('12', '15'), NEWS)).kind).toBe('update');
});

test('a toll that falls is a correction, and so is one that rises without a word or any news', () => {
  expect(classifyChange(text(TOLL), text(TOLL.replace('12', '9'))).kind).toBe('correction');
  const plain = TOLL.replace('At least ', '');
  expect(classifyChange(text(plain), text(plain.replace('12', '15'))).kind).toBe('correction');
});

test('a toll that rises under a note that it was wrong is a correction', () => {
  const change = classifyChange(text(TOLL), text(TOLL.replace('12', '15')), 'CORRECTS death toll');
  expect(change).toMatchObject({ kind: 'correction', changes: { reasons: ['figures', 'note'] } });
});

test('a price that rises beside more news is a correction: nobody counts it', () => {
  const before = 'The shipyard was sold for 300 million to a group from Halden, both sides said on Monday.';
  expect(classifyChange(text(before), text(before.replace('300', '400'), NEWS)).kind).toBe('correction');
});

test('a name replaced beside a toll that rises is a correction of the name alone', () => {
  const after = TOLL.replace('12', '15').replace('Ansel', 'Ondine');
  const change = classifyChange(text(TOLL), text(after, NEWS));
  expect(change).toMatchObject({ kind: 'correction', changes: { reasons: ['names', 'developing figures'] } });
  expect(correctionNote('en', change.corrected)).not.toContain('At least');
});

test('a note that clarifies makes a clarification where no fact was replaced', () => {
  const after = text(LEDE, 'The captain spoke of the whole week.');
  expect(classifyChange(text(LEDE), after, 'CLARIFIES that the captain meant the whole week').kind).toBe(
    'clarification',
  );
});

test('a note that takes the report back makes a retraction', () => {
  expect(
    classifyChange(text(LEDE), text('This report is withdrawn.'), 'RETRACTION of ferry story').kind,
  ).toBe('retraction');
});
