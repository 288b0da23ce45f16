import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_QUERY, parseQuery, type Term, tidyQuery } from './parse-query.ts';
import { toTsQuery } from './to-tsquery.ts';

const short = ({ text, quoted, tokens }: Term) =>
  `${quoted ? '"' : ''}${text}=${tokens.map(({ form }) => form).join('+')}`;
const read = (typed: string) => {
  const { all, none, ignored } = parseQuery(typed);
  return { all: all.map((terms) => terms.map(short)), none: none.map(short), ignored };
};

test('words are all wanted, a minus leaves out, quotation marks hold together', () => {
  expect(read('port -fog "high water" -"north sea"')).toEqual({
    all: [['port=port'], ['"high water=high+water']],
    none: ['fog=fog', '"north sea=north+sea'],
    ignored: [],
  });
});

test('OR makes one of two terms enough, and means nothing where a side is missing', () => {
  expect(read('port OR harbour fog').all).toEqual([['port=port', 'harbour=harbour'], ['fog=fog']]);
  expect(read('OR port').all).toEqual([['port=port']]);
  expect(read('port OR').all).toEqual([['port=port']]);
  expect(read('port or harbour')).toMatchObject({
    all: [['port=port'], ['harbour=harbour']],
    ignored: ['or'],
  });
});

test('quotation marks of any kind work, and one that is never closed closes at the end', () => {
  expect(read('“high water”').all).toEqual([['"high water=high+water']]);
  expect(read('port "high water').all).toEqual([['port=port'], ['"high water=high+water']]);
});

test('words that every article has are left out, but not from a phrase and not where nothing else is asked', () => {
  expect(read('the port of Busan')).toEqual({
    all: [['port=port'], ['Busan=busan']],
    none: [],
    ignored: ['the', 'of'],
  });
  expect(read('"the who"').all).toEqual([['"the who=the+who']]);
  expect(read('the who').all).toEqual([['the=the'], ['who=who']]);
});

test('a word of several tokens is a phrase', () => {
  expect(read('covid-19 Min-ji')).toMatchObject({
    all: [['covid-19=covid+19'], ['Min-ji=min+ji']],
    none: [],
  });
});

test('a Korean word loses its particle where enough of it is left', () => {
  expect(read('대통령이 국방부에서 김정은 장관은').all).toEqual([
    ['대통령이=대통령'],
    ['국방부에서=국방부'],
    ['김정은=김정은'],
    ['장관은=장관은'],
  ]);
  expect(parseQuery('장관은', { loose: true }).all[0]?.[0]?.tokens[0]?.form).toBe('장관');
  expect(read('"대통령이" -대통령이')).toMatchObject({
    all: [['"대통령이=대통령이']],
    none: ['대통령이=대통령이'],
  });
});

test('a query becomes what PostgreSQL reads: words, phrases by distance, alternatives, exclusions', () => {
  expect(toTsQuery(parseQuery('port "high water" -fog'))).toEqual({
    exact: "(('port')) & (('high' <1> 'water')) & !(('fog'))",
    loose: "(('port')) & (('high' & 'water')) & !(('fog'))",
    same: false,
    excludes: true,
  });
  expect(toTsQuery(parseQuery('국방부'))?.exact).toBe("(('국방' <1> '방부'))");
  expect(toTsQuery(parseQuery('쌀'))?.exact).toBe("(('x쌀'))");
  expect(toTsQuery(parseQuery('"국방부 AI"'))?.exact).toBe("(('국방' <1> '방부' <2> 'ai'))");
  expect(toTsQuery(parseQuery('AI칩'))?.exact).toBe("(('ai' <1> '칩':*))");
});

test('a phrase that is left out leaves out nothing where places are not looked at', () => {
  expect(toTsQuery(parseQuery('port -"high water"'))?.loose).toBe("(('port'))");
});

test('nothing to look for is no query', () => {
  for (const typed of ['', '   ', '-port', '""', '!!!', '-"high water" -', 'OR', '"'])
    expect(toTsQuery(parseQuery(typed))).toBeUndefined();
});

test('what is typed is tidied and cut', () => {
  expect(tidyQuery('  a\t\u0000b  ')).toBe('a b');
  expect([...tidyQuery('𠀀'.repeat(500))]).toHaveLength(LONGEST_QUERY);
});

test('whatever is typed, the parser answers, and its answer is bounded', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      '"',
      '-',
      ' OR ',
      '|',
      "'",
      '\\',
      ':*',
      '<->',
      '&',
      '!',
      '(',
      ')',
      '“',
      '국방부',
      '에서',
      'the',
      ' ',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
      const { all, none } = parseQuery(parts.join(''));
      expect(all.flat().length + none.length).toBeLessThanOrEqual(24);
      const text = toTsQuery({ all, none })?.exact ?? '';
      expect(text.length).toBeLessThan(5000);
      // Outside its quoted lexemes there is nothing but operators of ours.
      expect(text.replace(/'[^'\\]*'(:\*)?/g, '')).toMatch(/^[()&|!<>0-9 ]*$/);
    }),
  );
});
