import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { WEDNESDAY } from '#record/testing/times-of.ts';

/** What is said, by whom, and how the speaker is named. */
const voicesIn = (text: string): string[] =>
  readRecord(text, { ...WEDNESDAY, language: 'en' }).quotes.map(
    ({ kind, text: words, speaker, attribution }) => `${kind}: ${words} | ${speaker} | ${attribution}`,
  );

const named = (kind: string, words: string, speaker: string): string[] => [
  `${kind}: ${words} | ${speaker} | named`,
];

test.each([
  // The verb after its subject, and before it
  ['“We will rebuild the harbour,” Maria Lopez said.', 'We will rebuild the harbour', 'Maria Lopez'],
  ['“We will rebuild the harbour,” said Maria Lopez.', 'We will rebuild the harbour', 'Maria Lopez'],
  [
    '“We will rebuild the harbour,” said Maria Lopez, the mayor of the town.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    '“We will rebuild the harbour,” said Mayor Maria Lopez on Monday.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    '“We will rebuild the harbour,” Maria Lopez, the mayor, told reporters in Busan.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    '“We will rebuild the harbour,” Maria Lopez, who leads the council, said.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    '“We will rebuild the harbour,” Lopez added. Maria Lopez was elected in May.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  ['“We will rebuild the harbour,” tweeted Maria Lopez.', 'We will rebuild the harbour', 'Maria Lopez'],
  ['“We will rebuild the harbour,” shrugged Maria Lopez.', 'We will rebuild the harbour', 'Maria Lopez'],
  ['“We will rebuild the harbour,” according to Maria Lopez.', 'We will rebuild the harbour', 'Maria Lopez'],
  ['“We will rebuild the harbour”, said Maria Lopez.', 'We will rebuild the harbour', 'Maria Lopez'],
  [
    '"We will rebuild the harbour," Prime Minister Maria Lopez told parliament.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  ['"Will we rebuild the harbour?" asked Maria Lopez.', 'Will we rebuild the harbour?', 'Maria Lopez'],
  ['"We will rebuild the harbour!" Maria Lopez shouted.', 'We will rebuild the harbour!', 'Maria Lopez'],
  [
    '"We will rebuild the harbour," Maria Lopez was quoted as saying by the newspaper.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    '"We will rebuild the harbour," Maria Lopez said in a statement released on Tuesday.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  ['"We will rebuild the harbour," Maria Lopez has said.', 'We will rebuild the harbour', 'Maria Lopez'],
  [
    '"We will rebuild the harbour," Dr. Maria Lopez explained to the committee.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  ['"We will rebuild the harbour," Lt. Gen. Carl Brandt said.', 'We will rebuild the harbour', 'Carl Brandt'],
  [
    '"We will rebuild the harbour," said Foreign Ministry spokeswoman Maria Lopez.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    '"We will rebuild the harbour," says Maria Lopez, 54, a teacher from Leeds.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    '"We will rebuild the harbour," Maria Lopez wrote on Facebook.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  // Before the quotation
  ['Maria Lopez said: “We will rebuild the harbour.”', 'We will rebuild the harbour.', 'Maria Lopez'],
  ['Maria Lopez told the BBC: “We will rebuild the harbour.”', 'We will rebuild the harbour.', 'Maria Lopez'],
  [
    'Maria Lopez, the mayor, said: “We will rebuild the harbour.”',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Maria Lopez, who was elected in May, said on Monday: “We will rebuild the harbour.”',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'In a statement, Maria Lopez said, "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  ['According to Maria Lopez, "we will rebuild the harbour".', 'we will rebuild the harbour', 'Maria Lopez'],
  [
    'Speaking after the vote, Maria Lopez said: "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'In the words of Maria Lopez, "we will rebuild the harbour".',
    'we will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    'Maria Lopez put it this way: "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Maria Lopez was quoted as saying, "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Maria Lopez resigned on Monday, saying: "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'The mayor, Maria Lopez, said: “We will rebuild the harbour.”',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Curator and director of exhibits Maria Lopez said, "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Maria Lopez, curator and director of exhibits at the museum, said, "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Maria Lopez said in a letter to Carl Brandt: "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Maria Lopez told Carl Brandt: "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Asked about Carl Brandt, Maria Lopez replied: "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  ['Maria Lopez stated,\n\n"We will rebuild the harbour."', 'We will rebuild the harbour.', 'Maria Lopez'],
  [
    'Maria Lopez issued a statement:\n\n"We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  // The sentence before
  [
    'Maria Lopez said the work was urgent. “We will rebuild the harbour.”',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Maria Lopez was pleased. “We will rebuild the harbour,” she said.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    'Maria Lopez was pleased. She said: “We will rebuild the harbour.”',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  [
    'Mayor Maria Lopez was pleased.\n\n“We will rebuild the harbour,” the mayor said.',
    'We will rebuild the harbour',
    'Maria Lopez',
  ],
  [
    'Maria Lopez issued a statement on the vote. "We will rebuild the harbour."',
    'We will rebuild the harbour.',
    'Maria Lopez',
  ],
  // British marks
  ['‘We will rebuild the harbour,’ Maria Lopez said.', 'We will rebuild the harbour', 'Maria Lopez'],
  ['‘We won’t rebuild the harbour,’ said Maria Lopez.', 'We won’t rebuild the harbour', 'Maria Lopez'],
  [
    'Maria Lopez said: ‘We’ll rebuild the sailors’ harbour.’',
    'We’ll rebuild the sailors’ harbour.',
    'Maria Lopez',
  ],
  ["'We won't rebuild the harbour,' said Maria Lopez.", "We won't rebuild the harbour", 'Maria Lopez'],
])('finds that a person speaks in %s', (text, words, speaker) => {
  expect(voicesIn(text).filter((voice) => voice.startsWith('direct'))).toEqual(
    named('direct', words, speaker),
  );
});

test.each([
  ['"We will rebuild the harbour," a source said.', 'a source', 'anonymous'],
  [
    '"We will rebuild the harbour," a source familiar with the matter said on condition of anonymity.',
    'a source',
    'anonymous',
  ],
  [
    '"We will rebuild the harbour," said one official, who asked not to be named.',
    'one official',
    'anonymous',
  ],
  ['"We will rebuild the harbour," another source said.', 'another source', 'anonymous'],
  [
    '"We will rebuild the harbour," a senior Seoul official told Reuters.',
    'a senior Seoul official',
    'anonymous',
  ],
  ['"We will rebuild the harbour," witnesses said.', 'witnesses', 'anonymous'],
  [
    '"We will rebuild the harbour," a spokesman for the Foreign Ministry said.',
    'a spokesman',
    'organisation',
  ],
  [
    '"We will rebuild the harbour," the Foreign Ministry said in a statement.',
    'the Foreign Ministry',
    'organisation',
  ],
  ['"We will rebuild the harbour," said the United Nations.', 'the United Nations', 'organisation'],
  ['"We will rebuild the harbour," the company said on Friday.', 'the company', 'organisation'],
  ['"We will rebuild the harbour," according to the ministry.', 'the ministry', 'organisation'],
  ['The White House said: "We will rebuild the harbour."', 'The White House', 'organisation'],
  ['"We will rebuild the harbour," the report said.', 'the report', 'document'],
  ['"We will rebuild the harbour," according to documents seen by Reuters.', 'documents', 'document'],
  ['The letter read: "We will rebuild the harbour."', 'The letter', 'document'],
  ['"We will rebuild the harbour," a leaked memo said.', 'a leaked memo', 'document'],
])('finds who speaks, and that nobody is named, in %s', (text, speaker, level) => {
  const [voice] = voicesIn(text);
  expect(voice?.split(' | ').slice(1)).toEqual([speaker, level]);
});

test('two speakers of one sentence keep their words apart', () => {
  expect(voicesIn('“We agree,” said Maria Lopez, while Carl Brandt said: “We do not agree.”')).toEqual([
    'direct: We agree | Maria Lopez | named',
    'direct: We do not agree. | Carl Brandt | named',
  ]);
});

test('a speaker goes on until another speaks', () => {
  const text = `Maria Lopez said: "We will rebuild the harbour." "It will be hard."

"It cannot be done," said Carl Brandt. "It never could."`;
  expect(voicesIn(text).map((voice) => voice.split(' | ')[1])).toEqual([
    'Maria Lopez',
    'Carl Brandt',
    'Carl Brandt',
  ]);
});

test('he and she mean whom their own words fit', () => {
  const text =
    'Mr. Carl Brandt met Ms. Maria Lopez. "We will rebuild the harbour," she said. "I doubt it," he said.';
  expect(voicesIn(text).map((voice) => voice.split(' | ')[1])).toEqual(['Maria Lopez', 'Carl Brandt']);
});

test('a quotation inside another is part of it', () => {
  expect(voicesIn('“He told us ‘go home’ and left,” Maria Lopez said.')).toEqual([
    'direct: He told us ‘go home’ and left | Maria Lopez | named',
  ]);
});

test.each([
  'Maria Lopez starred in "The Long Way Home" in May.',
  'The so-called "grey zone" was closed.',
  'The band played "Harbour Lights" and "Far From Here".',
  'The sailors’ boats lay in the harbour’s mouth.',
  "It was the sailors' best day of the '90s.",
  'The robot, named "Better Idea of the Harbour Girls," won.',
  'The word "harbour" comes from an older one.',
])('gives no quotation for %s', (text) => {
  expect(voicesIn(text)).toEqual([]);
});
