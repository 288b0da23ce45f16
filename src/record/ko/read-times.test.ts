import { expect, test } from 'vitest';
import { timesOf } from '#record/testing/times-of.ts';

test.each([
  ['장관이 다음 달 초 한국을 방문할 예정이다.', '다음 달 초 = 2015-04 START'],
  ['회담은 내일 열린다.', '내일 = 2015-03-26'],
  ['그는 지난달 취임했다.', '지난달 = 2015-02'],
  ['회의는 다음 주 수요일에 열린다.', '다음 주 수요일 = 2015-04-01'],
  ['3월 25일 오전 10시에 만났다.', '3월 25일 오전 10시 = 2015-03-25T10:00'],
  ['3일간 방한한다.', '3일간 = P3D'],
  ['지난 24일 통화했다.', '지난 24일 = 2015-03-24'],
  ['2006년 주장했다.', '2006년 = 2006'],
  ['매주 월요일 쉰다.', '매주 월요일 = XXXX-WXX-1'],
  ['5년 전 일이다.', '5년 전 = 2010'],
  ['올해 1분기에 늘었다.', '올해 1분기 = 2015-Q1'],
  ['최근 늘었다.', '최근 = PAST_REF'],
])('reads a time in %s', (text, expected) => {
  expect(timesOf(text)).toEqual([expected]);
});

test('the end of a range takes from its beginning what it does not say', () => {
  expect(timesOf('오는 4월 26일부터 28일까지 머문다.')).toEqual([
    '오는 4월 26일 = 2015-04-26',
    '28일 = 2015-04-28',
  ]);
  expect(timesOf('내일 오후 3시부터 8시까지 연다.')).toEqual([
    '내일 오후 3시 = 2015-03-26T15:00',
    '8시 = 2015-03-26T20:00',
  ]);
});
