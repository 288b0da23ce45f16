import type { Analysis } from '../../analysis.ts';
import { firstEndingAfter, overlapping } from '../../overlapping.ts';
import type { RecordEntity, RecordEvent, RecordTime } from '../../record.ts';
import { daysOf } from '../../times/days-of.ts';
import type { WritingTime } from '../../times/writing-time.ts';
import { isSubjectParticle, splitParticle } from '../particles.ts';
import { wordsBetween } from '../quotes/speakers.ts';

type Status = RecordEvent['status'];
type Plan = { start: number; end: number; noun: string; status: Status; rule: string };

/** What can stand in a diary, as the noun that a verb is made of. */
const NOUNS =
  '방문|방한|방중|방미|방일|방북|회담|개최|참석|출석|개막|개회|출범|출국|귀국|입국|도착|출발|시작|발표|공개|출시|상영|개봉|공연|투표|선출|서명|체결|취임|퇴임|사임|착공|준공|개통|개장|면담|회동|논의|소집|소환|선고|재판|발사|훈련|실시|진행|재개|상정|표결|의결|방영|방송|연설|강연|기자회견|파업|집회|시위|행진|출마|결혼|출연|출전|경기|입장|폐막|종료|시행|판매|인도|파견|접견|예방|순방|주재|만나|열리|열|떠나|오|가|찾|치르';
/** What is said to be planned: "방문할 예정", "개최하기로", "열린다". */
const PLANS: [RegExp, Status, string][] = [
  [new RegExp(`(${NOUNS})(?:할|될|을|ㄹ|하려는)? (?:예정|계획|방침|일정)`, 'gu'), 'announced', 'planned'],
  [/(열릴|만날|떠날|찾을|치를|이뤄질|마련될) (?:예정|계획|방침|전망|것으로)/gu, 'announced', 'planned'],
  [new RegExp(`(${NOUNS})(?:할|될) (?:전망|것으로 (?:보인|예상|전망|알려))`, 'gu'), 'expected', 'expected'],
  [new RegExp(`(${NOUNS})하기로 (?:했|합의|결정|하고|한)`, 'gu'), 'announced', 'agreed'],
  [new RegExp(`(${NOUNS})(?:한다|된다)(?=[.고며 ]|$)`, 'gu'), 'announced', 'present'],
  [/(열린다|연다|만난다|찾는다|떠난다|치른다|치러진다|막을 올린다)(?=[.고며 ]|$)/gu, 'announced', 'present'],
  [/([가-힣]{2,8})(?:을|를) 앞두고/gu, 'announced', 'ahead-of'],
  [new RegExp(`(${NOUNS})하지 않(?:을|기로)`, 'gu'), 'denied', 'not'],
  [new RegExp(`(${NOUNS})(?:을|를|이|가)? ?(?:전격 |돌연 )?취소`, 'gu'), 'cancelled', 'called-off'],
  [/(취소)(?:됐|되었|된다)/gu, 'cancelled', 'called-off'],
];
const VERBS: Record<string, string> = {
  열릴: '개최',
  열린다: '개최',
  연다: '개최',
  찾는다: '방문',
  치른다: '실시',
  열: '개최',
  열리: '개최',
  만나: '만남',
  떠나: '출국',
  찾: '방문',
  찾을: '방문',
  오: '방문',
  가: '방문',
  치르: '실시',
  만날: '만남',
  만난다: '만남',
  떠날: '출국',
  떠난다: '출국',
  치를: '실시',
  치러진다: '실시',
};
const CONDITION = /만약|만일|[가-힣](?:다면|으면|라면)(?:[ ,])/u;
/** Happenings that something can be said to be held before: "정상회담을 앞두고". */
const HAPPENING =
  /(?:회담|회의|선거|총선|대선|방문|방한|방미|방중|방일|훈련|재판|공연|개막|경기|대회|행사|투표|출범|취임|올림픽|월드컵|전당대회|청문회|협상)$/;

function findPlans(text: string, from: number, to: number): Plan[] {
  const sentence = text.slice(from, to);
  if (CONDITION.test(sentence) || /[?？]$/.test(sentence)) return [];
  const plans: Plan[] = [];
  for (const [pattern, status, rule] of PLANS)
    for (const found of sentence.matchAll(pattern)) {
      const noun = found[1] ?? '';
      if (rule === 'ahead-of' && !HAPPENING.test(noun)) continue;
      const start = from + found.index;
      if (plans.some((plan) => start < plan.end && start + found[0].length > plan.start)) continue;
      plans.push({ start, end: start + found[0].length, noun, status, rule });
    }
  return plans.sort((a, b) => a.start - b.start);
}

/** The last time before a plan that is still to come; the day of the saying stands after it. */
function timeOf(
  plan: Plan,
  from: number,
  times: readonly RecordTime[],
  today: number,
): RecordTime | undefined {
  const strictly = plan.rule === 'present' || plan.rule === 'ahead-of';
  return times.findLast(({ start, end, type, value }) => {
    if (start < from || end > plan.start || (type !== 'DATE' && type !== 'TIME')) return false;
    const days = daysOf(value);
    return days !== undefined && (strictly ? days[1] > today : days[1] >= today);
  });
}

type Subject = { who: string[]; named: boolean; words?: string };

/** Who: the names marked as subject before the plan, else the words of the subject. */
function whoOf(text: string, from: number, to: number, entities: readonly RecordEntity[]): Subject {
  const words = wordsBetween(text, from, to);
  for (const word of words) {
    // "김정은" ends like a word with a particle
    if (entities.some(({ type, end }) => type === 'PER' && end === word.end)) continue;
    const { stem, particle } = splitParticle(word.text);
    if (!isSubjectParticle(particle) || particle === '도' || stem.length < 2) continue;
    const end = word.start + stem.length;
    const inside = entities.filter((entity) => entity.end <= end && entity.start >= from);
    const people = peopleIn(text, inside, end);
    if (people.length > 0) return { who: people, named: true };
    const last = inside.at(-1);
    if (last?.end === end) return { who: joined(text, inside, end), named: true };
    const phrase = nounPhrase(text, words, word.start, end);
    return { who: BODY.test(phrase) ? [phrase] : [], named: false, words: phrase };
  }
  return { who: [], named: false };
}

/** The noun with what stands right before it without a particle: "제25차 회의". */
function nounPhrase(
  text: string,
  words: readonly { start: number; end: number; text: string }[],
  start: number,
  end: number,
): string {
  const before = words.find((word) => word.end === start - 1);
  const joins = before && splitParticle(before.text).particle === '' && !/[.,]/.test(before.text);
  return text.slice(joins ? before.start : start, end);
}

/** Who can plan anything, though without a name. */
const BODY =
  /(?:정부|양국|양측|여야|당국|노조|의회|법원|단체|업계|의원|시민|주민|노동자|학생|교사|의사|전공의)(?:들)?$/;

/** The people whom a subject names: "한 장관과 카터 장관은". */
function peopleIn(text: string, entities: readonly RecordEntity[], end: number): string[] {
  const who: string[] = [];
  let next = end;
  for (const { type, end: last, start, name } of entities.toReversed()) {
    if (type !== 'PER') continue;
    const between = text.slice(last, next);
    if (who.length === 0 ? next - last > 16 : !/^[^.]{0,15}(?:과|와|,|·) ?$/.test(between)) break;
    who.unshift(name);
    next = start;
  }
  return [...new Set(who)];
}

/** "한국과 미국은": all names of a list that ends at an offset. */
function joined(text: string, entities: readonly RecordEntity[], end: number): string[] {
  const who: string[] = [];
  let before = end;
  for (const entity of entities.toReversed()) {
    if (entity.end !== before && !/^(?:과|와|,|·| 및) ?$/.test(text.slice(entity.end, before))) break;
    who.unshift(entity.name);
    before = entity.start;
  }
  return who;
}

/** The place before a plan: with "에서", or as what is visited. */
function whereOf(
  text: string,
  from: number,
  to: number,
  entities: readonly RecordEntity[],
): string | undefined {
  return entities.findLast(
    ({ type, start, end }) =>
      type === 'LOC' &&
      start >= from &&
      end <= to &&
      /^(?:(?:시|도)?(?:에서|을|를|에|로|으로)(?![가-힣])| 방문)/.test(text.slice(end, end + 5)),
  )?.name;
}

/** What is planned: the object before the verb and its noun, "한국 방문". */
function whatOf(
  text: string,
  from: number,
  plan: Plan,
  subject: Subject,
  entities: readonly RecordEntity[],
): string {
  const noun = VERBS[plan.noun] ?? plan.noun;
  if (plan.rule === 'ahead-of') return noun;
  if (noun === '취소') return subject.words ?? noun;
  if (
    /^(개최|개막|시작|출범|재개|종료|폐막|진행)$/.test(noun) &&
    subject.words !== undefined &&
    subject.who.length === 0
  )
    return noun === '개최' ? subject.words : `${subject.words} ${noun}`;
  const before = wordsBetween(text, from, plan.start).at(-1);
  if (before && entities.some(({ type, end }) => type === 'LOC' && end === before.end))
    return `${before.text} ${noun}`;
  const { stem, particle } = splitParticle(before?.text ?? '');
  return /^(을|를|이|가|에)$/.test(particle) && stem.length > 1 ? `${stem} ${noun}` : noun;
}

/** Reads planned events in a Korean text: simple sentences with a time to come and words that plan. */
export function readKoreanEvents(
  analysis: Analysis,
  found: { times: readonly RecordTime[]; entities: readonly RecordEntity[] },
  writing: WritingTime | undefined,
  explain: boolean,
): RecordEvent[] {
  const { text, tokens } = analysis;
  if (!writing || found.times.length === 0) return [];
  const events: RecordEvent[] = [];
  for (const { from, to } of analysis.sentences) {
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    if (end - start > 500) continue;
    const times = overlapping(found.times, start, end);
    if (times.length === 0) continue;
    const entities = overlapping(found.entities, start, end);
    let after = start;
    for (const plan of findPlans(text, start, end)) {
      if (analysis.quoted[firstEndingAfter(tokens, plan.start)]) continue;
      const time = timeOf(plan, after, times, writing.day);
      if (!time) continue;
      const subject = whoOf(text, after, plan.start, entities);
      const where = whereOf(text, after, plan.end, entities);
      events.push({
        start,
        end,
        text: text.slice(start, end),
        what: whatOf(text, after, plan, subject, entities),
        who: subject.who,
        ...(where && { where }),
        when: time.value,
        status: plan.status,
        confidence: subject.named ? 0.75 : 0.6,
        ...(explain && { rule: plan.rule }),
      });
      after = plan.end;
    }
  }
  return events;
}
