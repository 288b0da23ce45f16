/** Family names that nearly all Koreans have; two syllables first. */
export const FAMILY_NAMES = new Set(
  `남궁 황보 제갈 선우 독고 사공 서문 김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민 진
지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 탁 국 어 은 편 용`.split(
    /\s+/,
  ),
);

/** Offices and forms of address that follow a name. */
const TITLES =
  `대통령 부통령 총리 국무총리 부총리 장관 차관 의원 대표 원내대표 위원장 부위원장 회장 부회장 사장 부사장 교수 감독 선수 대변인 부대변인 시장 지사 도지사 군수 구청장 청장
원장 총장 사무총장 검사 판사 변호사 기자 작가 배우 가수 씨 국장 실장 과장 팀장 소장 대사 의장 합참의장 사령관 대장 중장 준장 대령 후보 당선인 위원 이사장 행장 본부장 연구원 박사 목사 신부
추기경 주석 총재 센터장 단장 코치 비서실장 수석 보좌관 특사 외무상 국방상 총비서 서기장 국왕 여왕 교황 회원 상무 전무 이사 연구위원 선임연구원 부장 차장 처장 원내총무 최고위원 상원의원 하원의원`.split(
    /\s+/,
  );
const TITLE_SET = new Set(TITLES);
const TITLE_ENDS =
  /(?:장관|차관|총리|의장|위원장|본부장|청장|대사|대통령|비서관|수석|총장|대변인|국장|실장|부장|교수|의원|사령관)$/;

/** Whether a noun is an office, alone or with what it is of: "장관", "국방장관", "외교부장관". */
export const isKoreanTitle = (noun: string): boolean =>
  TITLE_SET.has(noun) || (noun.length < 9 && noun.length > 3 && TITLE_ENDS.test(noun));

/** People from elsewhere whom Korean news calls by these names. */
export const FOREIGN_PEOPLE = new Set(
  `오바마 트럼프 바이든 클린턴 부시 푸틴 시진핑 후진타오 리커창 왕이 아베 기시다 스가 이시바 메르켈 숄츠 마크롱 올랑드 캐머런 존슨 수낵 스타머 모디 네타냐후 에르도안 젤렌스키 카터 케리 헤이글 매티스 폼페이오 블링컨
오스틴 헤일리 해리스 펜스 리퍼트 뎀프시 구테흐스 프란치스코 라브로프 두테르테 룰라 트뤼도 머스크 저커버그`.split(
    /\s+/,
  ),
);
/** Their first names, before which or after which nothing else need tell a person. */
export const FOREIGN_FIRST_NAMES = new Set(
  `버락 도널드 조 힐러리 빌 조지 블라디미르 신조 후미오 요시히데 앙겔라 올라프 에마뉘엘 프랑수아 데이비드 보리스 리시 키어 나렌드라 베냐민 레제프 볼로디미르 애슈턴 존 척 제임스 마이크 토니 로이드 니키 카멀라
마크 마틴 안토니우 세르게이 로드리고 루이스 쥐스탱 일론 제이크 필립 로버트 마이클 리처드 윌리엄 토머스 스티븐 제임스 폴 피터 앤서니 앨런 성 웬디 빅터 커트`.split(
    /\s+/,
  ),
);

/** Words before which or as which a family name and two syllables are no name. */
export const NO_NAMES = new Set(
  `이번 이날 이후 이전 이미 이런 이것 정부 정도 정말 전체 전날 전국 전직 현직 현재 신임 한국 한편 한때 오늘 오전 오후 지난 지금 최근 최고 최대 고위 주요 주한 방한 방미 방일 우리 우선 유력 유엔 강력 남북 남한 북한 미국 중국
일본 영국 서울 부산 대구 인천 공동 공식 국내 국방 외교 통일 정치 경제 사회 문화 차기 선임 수석 원내 여당 야당 여성 남성 명예 상임 임시 부당 조선 제주 원전 하원 상원 국회 금융 기획 기업 민간 시민 전문 대변 김포 강원 전남 전북 경기 성남 안양 고양
박사 장관 차관 신문 방송 연구 공군 해군 육군 민주 진보 한나라 새누리 정의 국민 이사 감사 주민 은행 인권 인사 용의 명의 기존 기타 국제 국가 국립 도쿄 석유 노동 노조 양국 양측 공사 공보 변호 심사 문제 소속 지역 지방 서부 남부`.split(
    /\s+/,
  ),
);
