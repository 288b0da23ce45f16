import { describe, expect, it } from 'vitest';
import { parseDemoStory } from './demo-story.ts';

const HEAD = `key: dam
source: velpress
section: national
topics: skarn-dam, budget
at: -3 09:40
headline: Water found
ednote: For editors.
`;

const parse = (text: string) => parseDemoStory(text, 'dam.md');

describe('a story file', () => {
  it('is read into fields and blocks', () => {
    const story = parse(`${HEAD}\nFirst line\ngoes on.\n\n## Why\n\n> A document.\n\n- one\n- two\n`);
    expect(story).toMatchObject({ key: 'dam', language: 'en', topics: ['skarn-dam', 'budget'], medtop: [] });
    expect(story.versions[0]).toMatchObject({
      version: 1,
      headline: 'Water found',
      status: 'usable',
      urgency: 5,
    });
    expect(story.versions[0].body).toEqual([
      { kind: 'paragraph', text: 'First line goes on.', writtenIn: 1 },
      { kind: 'heading', text: 'Why', writtenIn: 1 },
      { kind: 'quote', text: 'A document.', writtenIn: 1 },
      { kind: 'point', text: 'one', writtenIn: 1 },
      { kind: 'point', text: 'two', writtenIn: 1 },
    ]);
  });

  it('gives a later version the fields before it, but never their note, signal or status', () => {
    const story = parse(
      `${HEAD}\nOne.\n\nTwo.\n\nThree.\n\n=== 2\nat: -3 12:00\nsignal: update\n\nNew.\n\n<<< 2-3\n`,
    );
    const second = story.versions[1];
    expect(second).toMatchObject({ version: 2, headline: 'Water found', signal: 'update' });
    expect(second?.ednote).toBeUndefined();
    expect(second?.body.map((block) => block.text)).toEqual(['New.', 'Two.', 'Three.']);
    expect(second?.body.map((block) => block.writtenIn)).toEqual([2, 1, 1]);
  });

  it('corrects words in a body that otherwise stays', () => {
    const story = parse(
      `${HEAD}\nThere were 416 coins.\n\n=== 2\nat: -2 09:00\nreplace: 416 coins => 614 coins\n`,
    );
    expect(story.versions[1]?.body).toEqual([
      { kind: 'paragraph', text: 'There were 614 coins.', writtenIn: 1 },
    ]);
  });

  it.each([
    ['a field that no story has', `${HEAD}colour: red\n\nText.\n`, 'colour'],
    ['a time that is none', HEAD.replace('-3 09:40', 'Tuesday'), 'at'],
    [
      'a correction of words that are not there',
      `${HEAD}\nText.\n\n=== 2\nat: -2 09:00\nreplace: 1 => 2\n`,
      'nothing to',
    ],
    ['paragraphs that are not there', `${HEAD}\nText.\n\n=== 2\nat: -2 09:00\n\n<<< 2-3\n`, 'cannot keep'],
  ])('is refused by name for %s', (_what, text, reason) => {
    expect(() => parse(text)).toThrow(/dam\.md/);
    expect(() => parse(text)).toThrow(reason);
  });
});
