type Bilingual = { en: string; ko: string };

/** A running story: its slug in both editions, its code in the wire copy, and one sentence on what it is about. */
export type DemoTopic = { slug: string; code: string; names: Bilingual; descriptions: Bilingual };

const topic = (slug: string, names: Bilingual, descriptions: Bilingual): DemoTopic => ({
  slug,
  code: `demo-topic:${slug}`,
  names,
  descriptions,
});

export const DEMO_TOPICS: readonly DemoTopic[] = [
  topic(
    'skarn-dam',
    { en: 'Skarn Dam', ko: '스카른댐' },
    {
      en: 'Water seeping through the rock beside a dam, and the town that lives below it.',
      ko: '댐 옆 암반에서 확인된 누수와 그 아래 마을의 이야기.',
    },
  ),
  topic(
    'budget',
    { en: 'The budget', ko: '예산안' },
    {
      en: 'A budget of 38.4 billion crowns on its way through a narrowly divided Assembly.',
      ko: '의석이 팽팽한 의회에 오른 384억 크라운 예산안.',
    },
  ),
  topic(
    'ferry-strike',
    { en: 'Ferry strike', ko: '여객선 파업' },
    {
      en: 'Pay and rest on the ships to the Holmar Islands.',
      ko: '홀마르 제도를 잇는 여객선의 임금과 휴식시간을 둘러싼 노사 갈등.',
    },
  ),
  topic(
    'election-register',
    { en: "Voters' register", ko: '선거인명부' },
    {
      en: "How 18,400 names left the voters' register, and how they came back.",
      ko: '선거인명부에서 빠졌다가 되돌아온 1만8천400명의 이름.',
    },
  ),
  topic(
    'port-expansion',
    { en: 'Port of Vesthaven', ko: '베스트하벤항 확장' },
    {
      en: 'The Outer Quay, which is to make room for two million containers a year.',
      ko: '연간 200만TEU 처리를 목표로 하는 외항 부두 건설.',
    },
  ),
  topic(
    'measles',
    { en: 'Measles campaign', ko: '홍역 추가 접종' },
    {
      en: 'An outbreak, and a second dose of vaccine for 38,600 children.',
      ko: '홍역 유행과 어린이 3만8천600명을 위한 2차 접종.',
    },
  ),
  topic(
    'brannsted-find',
    { en: 'The Brannsted ship', ko: '브란스테드의 배' },
    {
      en: 'A keel and a bag of silver, dug up by road builders 90 kilometres from the sea.',
      ko: '바다에서 90㎞ 떨어진 도로 공사장에서 나온 배의 용골과 은화.',
    },
  ),
  topic(
    'fishing-treaty',
    { en: 'Halse Sea fishing treaty', ko: '할세해 어업협정' },
    {
      en: 'Three countries divide the herring of one sea and try to save its cod.',
      ko: '세 나라가 나누는 청어 어획량과 대구 자원 보호.',
    },
  ),
  topic(
    'interest-rates',
    { en: 'Prices and interest rates', ko: '물가와 금리' },
    {
      en: 'Inflation, and what the Bank of Velland does about it.',
      ko: '물가 흐름과 벨란드은행의 통화정책.',
    },
  ),
  topic(
    'national-orchestra',
    { en: 'National Orchestra', ko: '국립교향악단' },
    {
      en: 'A new chief conductor, a full house and a silent organ.',
      ko: '새 상임지휘자를 맞은 벨란드 국립교향악단.',
    },
  ),
  topic(
    'first-league',
    { en: 'First League', ko: '퍼스트리그' },
    {
      en: 'Twelve clubs, 22 rounds: the football championship of Velland.',
      ko: '12개 구단이 22라운드를 치르는 벨란드 축구 1부 리그.',
    },
  ),
  topic(
    'ardalia-government',
    { en: 'Ardalia’s new government', ko: '아르달리아 새 정부' },
    {
      en: 'A change of power in Ostinn and what it means for the neighbours.',
      ko: '오스틴의 정권 교체와 이웃 나라에 미칠 영향.',
    },
  ),
  topic(
    'railways',
    { en: 'Railways', ko: '철도' },
    {
      en: 'Tunnels, tracks and trains between Velland and its neighbours.',
      ko: '벨란드와 이웃 나라를 잇는 철길.',
    },
  ),
];
