import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { WEDNESDAY } from '#record/testing/times-of.ts';

/** One case a line: the text, and what is read in it. */
const CASES = `
한민구 국방부 장관은 25일 “한미동맹은 어느 때보다 굳건하다”고 말했다. => direct | 한미동맹은 어느 때보다 굳건하다 | 한민구 | 한민구 국방부 장관 | named
윤병세 외교부 장관은 "북한의 태도 변화가 먼저"라고 강조했다. => direct | 북한의 태도 변화가 먼저 | 윤병세 | 윤병세 외교부 장관 | named
정부 관계자는 “아직 정해진 것은 없다”고 밝혔다. => direct | 아직 정해진 것은 없다 | 정부 관계자 | 정부 관계자 | anonymous
“협상은 계속될 것이다.” 외교 소식통은 이렇게 전했다. => direct | 협상은 계속될 것이다. | 외교 소식통 | 외교 소식통 | anonymous
국방부는 다음 달 훈련을 실시할 계획이라고 밝혔다. => indirect | 다음 달 훈련을 실시할 계획이라 | 국방부 | 국방부 | organisation
한 장관은 “일정을 조율하고 있다”며 “곧 발표하겠다”고 덧붙였다. => direct | 일정을 조율하고 있다 |  |  | none ;; direct | 곧 발표하겠다 |  |  | none
경찰은 김철수(42) 씨를 체포했다. 김씨는 “억울하다는 말밖에 할 수 없다”고 주장했다. => direct | 억울하다는 말밖에 할 수 없다 | 김철수 | 김씨 | named
김철수(42) 씨는 “더는 참을 수 없다”고 말했다. => direct | 더는 참을 수 없다 | 김철수 | 김철수(42) 씨 | named
“이번 결정은 잘못됐다”고 한 전문가는 지적했다. => direct | 이번 결정은 잘못됐다 | 한 전문가 | 한 전문가 | anonymous
그는 “북한과의 대화는 열려 있다”고 설명했다. => direct | 북한과의 대화는 열려 있다 |  |  | none
김 대변인은 “사실이 아니다”라고 부인했다. => direct | 사실이 아니다 | 김 대변인 | 김 대변인 | organisation
미 국방부는 성명에서 “동맹의 공약은 확고하다”고 밝혔다. => direct | 동맹의 공약은 확고하다 | 미 국방부 | 미 국방부 | organisation
서울에 사는 한 주민은 “밤새 잠을 못 잤다”고 전했다. => direct | 밤새 잠을 못 잤다 | 한 주민 | 한 주민 | anonymous
영화 ‘암살’은 7월 22일 개봉할 예정이다. =>
문재인 대통령과 도널드 트럼프 미국 대통령은 다음 달 11일 워싱턴에서 정상회담을 개최한다고 청와대가 밝혔다. => indirect | 문재인 대통령과 도널드 트럼프 미국 대통령은 다음 달 11일 워싱턴에서 정상회담을 개최한다 | 청와대 | 청와대 | organisation
홍용표 통일부 장관은 “대화의 문은 열려 있다”고 밝혔다. 홍 장관은 다음 달 개성을 방문할 계획이다. => direct | 대화의 문은 열려 있다 | 홍용표 | 홍용표 통일부 장관 | named
푸틴 대통령은 “합의를 지켜야 한다”고 강조했다. => direct | 합의를 지켜야 한다 | 푸틴 | 푸틴 대통령 | named
“비용이 문제다”라고 익명의 당국자가 전했다. => direct | 비용이 문제다 | 익명의 당국자 | 익명의 당국자 | anonymous
교육부 관계자는 “내년부터 시행한다”며 “예산은 확보했다”고 설명했다. => direct | 내년부터 시행한다 | 교육부 관계자 | 교육부 관계자 | anonymous ;; direct | 예산은 확보했다 | 교육부 관계자 | 교육부 관계자 | anonymous
기상청은 내일 비가 올 것이라고 전했다. => indirect | 내일 비가 올 것이라 | 기상청 | 기상청 | organisation
‘새로운 시작’이라는 이름의 전시다. =>
그는 "좋다"고 했다. =>
`;

test.each(
  CASES.trim()
    .split('\n')
    .map((line) => line.split(' =>')),
)('reads who says what in %s', (text = '', expected = '') => {
  const quotes = readRecord(text, { ...WEDNESDAY, language: 'ko' }).quotes.map(
    ({ kind, text: words, speaker, speaker_start, speaker_end, attribution }) =>
      [kind, words, speaker, text.slice(speaker_start ?? 0, speaker_end ?? 0), attribution].join(' | '),
  );
  expect(quotes.join(' ;; ')).toBe(expected.trim());
});
