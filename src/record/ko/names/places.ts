const PLACES = new Set(
  `한국 남한 북한 미국 중국 일본 영국 독일 대만 홍콩 마카오 러시아 소련 유럽 아시아 아프리카 중동 남미 북미 동남아 한반도 크림반도 가자지구 팔레스타인 서울 부산 대구 인천 광주 대전 울산 세종 수원 성남 고양 용인 부천 안산 안양 평택 의정부 파주 김포
춘천 원주 강릉 속초 청주 충주 천안 아산 전주 군산 익산 목포 여수 순천 포항 경주 구미 안동 창원 진주 김해 거제 제주 제주도 독도 울릉도 연평도 백령도 판문점 개성 평양 원산 함흥 신의주 강원도 경기도 충청북도 충청남도 전라북도 전라남도 경상북도 경상남도 강남 여의도 용산
서울시 부산시 대구시 인천시 광주시 대전시 울산시 세종시 워싱턴 뉴욕 로스앤젤레스 샌프란시스코 시카고 하와이 괌 캘리포니아 알래스카 텍사스 베이징 상하이 선양 단둥 광저우 도쿄 오사카 교토 후쿠시마 오키나와 히로시마 모스크바 블라디보스토크 런던 파리 베를린 브뤼셀 제네바 빈 로마
마드리드 스톡홀름 오슬로 헬싱키 하노이 호찌민 방콕 자카르타 마닐라 쿠알라룸푸르 뉴델리 델리 카불 테헤란 바그다드 다마스쿠스 예루살렘 텔아비브 카이로 두바이 아부다비 이스탄불 앙카라 키이우 키예프 민스크 바르샤바 시드니 캔버라 오타와 토론토 리우데자네이루 상파울루 프놈펜 양곤 울란바토르`.split(
    /\s+/,
  ),
);
const names = new Intl.DisplayNames('ko', { type: 'region', fallback: 'none' });
for (let first = 65; first <= 90; first++)
  for (let second = 65; second <= 90; second++) {
    const name = names.of(String.fromCharCode(first, second));
    if (name && /^[가-힣]{2,}$/.test(name)) PLACES.add(name);
  }
// Words of other meanings as well
for (const word of ['세계', '빈', '기니', '수단', '가나', '말리', '차드', '통가', '모로', '오만', '이란'])
  PLACES.delete(word);
PLACES.add('이란');

/** Whether a noun is the name of a place that needs nothing else to tell it. */
export const isKoreanPlace = (noun: string): boolean => PLACES.has(noun);
