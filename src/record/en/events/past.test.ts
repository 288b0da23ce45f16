import { expect, test } from 'vitest';
import { eventsOf } from '#record/testing/events-of.ts';

/** One case a line: the text, and what is read in it. */
const cases = (table: string): [text: string, expected: string[]][] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', expected = ''] = line.split(' => ');
      return [text.replaceAll('\\n', '\n'), expected.split(' & also ')];
    });

const HAPPENED = `
{John Smith} visited [Japan] on Monday. => John Smith | visit Japan | Japan | 2015-03-23 | happened
On Tuesday, {John Smith} met {Jane Doe} in [Oslo]. => John Smith | meet Jane Doe in Oslo | Oslo | 2015-03-24 | happened
{Smith}'s trial began on Monday. => Smith | Smith's trial |  | 2015-03-23 | happened
The summit between [Russia] and [Ukraine] ended on Friday. => Russia & Ukraine | summit between Russia and Ukraine |  | 2015-03-20 | happened
Talks between [Russia] and [Ukraine] were held in [Minsk] last week. => Russia & Ukraine | Talks between Russia and Ukraine | Minsk | 2015-W12 | happened
The <Senate> voted on the bill last Thursday. => Senate | vote on the bill |  | 2015-03-19 | happened
{John Smith} resigned on Monday after a row. => John Smith | resign |  | 2015-03-23 | happened
During his confirmation hearing in February, {Carter} pledged to do more. => Carter | confirmation hearing |  | 2015-02 | happened
Support grew following the attack on the U.S. Ambassador to Seoul {Mark Lippert}, a source said. => Mark Lippert | attack on Mark Lippert |  |  | happened
"Support following the attack" on {Mark Lippert} was noted. => Mark Lippert | attack on Mark Lippert |  |  | happened
{Carter} and {Han} spoke. The deal was made in a dialogue between the two over the phone. => Carter & Han | dialogue by phone |  |  | happened
<NASA> launched the probe on Monday. => NASA | launch the probe |  | 2015-03-23 | happened
The <European Commission> published its report last week. => European Commission | publish its report |  | 2015-W12 | happened
{John Smith} has cancelled his visit to [Japan]. => John Smith | visit | Japan |  | cancelled
The visit by {John Smith} has been called off. => John Smith | visit |  |  | cancelled
`;

test.each(cases(HAPPENED))('reads what has happened or fallen through in %s', (text, expected) => {
  expect(eventsOf(text)).toEqual(expected);
});

const UNREAL = `
{John Smith} did not visit [Japan] on Monday.
{John Smith} would have visited [Japan] on Monday.
{John Smith} visited [Japan] in 1998.
He said {John Smith} had met {Lee}.
Officials met on Monday.
{John Smith} was born on Monday.
`;

test.each(UNREAL.trim().split('\n'))('reads nothing that has happened in %s', (text) => {
  expect(eventsOf(text)).toEqual([]);
});
