import { expect, it } from 'vitest';
import { parseHtml } from '#document/parse-html.ts';
import { toText } from '#document/to-text.ts';
import { placeInDateline, takeDateline } from './dateline.ts';
import { takeEndCredit } from './end-credit.ts';

const take = (html: string): [string, string | undefined] => {
  const { body, credit } = takeEndCredit(parseHtml(html).document);
  return [toText(body), credit];
};

it('takes an agency in brackets off the end, marked or as a paragraph of its own', () => {
  expect(take('<p>It ended. (Nordwire)</p>')).toEqual(['It ended.', 'Nordwire']);
  expect(take('<p>It ended. <em>(Nord <b>Wire</b>)</em></p>')).toEqual(['It ended.', 'Nord Wire']);
  expect(take('<p>It ended.</p><p>(dpa/AFP)</p><p>(END)</p>')).toEqual(['It ended.', 'dpa/AFP']);
  expect(take('<p>끝났다. (서울=가상통신)</p>')[0]).toBe('끝났다.');
});

it('leaves brackets that belong to the sentence', () => {
  for (const words of [
    'He met the minister (Kim)',
    'It rose to ten (12 percent)',
    'See below. (page 3)',
    'So it was. (laughs)',
  ]) {
    expect(take(`<p>${words}</p>`)).toEqual([words, undefined]);
  }
});

it('reads datelines of several houses', () => {
  expect(takeDateline('SEOUL, March 25 (Nordwire) -- The')).toEqual({ located: 'SEOUL', credit: 'Nordwire' });
  expect(takeDateline('Berlin (dpa) - Die')).toEqual({ located: 'Berlin', credit: 'dpa' });
  expect(takeDateline('GROSSETO, Italy (AP) -- The')).toEqual({ located: 'GROSSETO, Italy', credit: 'AP' });
  expect(takeDateline('WASHINGTON — The')).toEqual({ located: 'WASHINGTON' });
  expect(takeDateline('(서울=가상통신) 홍길동 기자 = 정부는')).toEqual({
    located: '서울',
    credit: '가상통신',
  });
  expect(takeDateline('The minister (Kim) - a friend')).toEqual({});
  expect(takeDateline('He said (no) to it')).toEqual({});
  expect(placeInDateline('New York (dpa) - ')).toEqual({ located: 'New York', credit: 'dpa' });
});
