import type { RecordQuote, TextRecord } from '#record/read-record.ts';
import { type Decision, sourcesKey } from './record-decisions.ts';

/** On what footing a voice speaks. */
export type Footing = Exclude<RecordQuote['attribution'], 'none'>;

/** One of those whose words a text gives: a full name and its role, or the words by which the text calls it. */
export type Voice = { footing: Footing; name: string; role?: string; confidence: number };

export type Voices = {
  voices: Voice[];
  /** Whether the count holds without anyone having looked at it: nothing in it is doubtful. */
  sure: boolean;
  /** Changes with what would be shown: an editor confirms a count as it stands. */
  key: string;
};

/**
 * The reader gives at least this where a verb of saying joins speaker and words; below it stand speakers taken over from elsewhere. On
 * the development data 41 of 48 speakers are right from here on, named ones nearly all.
 */
const SURE = 0.9;
/** An editor confirmed it. */
const CERTAIN = 1;

/** The voices that a page may name: where their count is sure or an editor confirmed it, and none struck it out. */
export function listShownVoices(record: TextRecord, decisions: readonly Decision[]): Voice[] {
  const { voices, sure, key } = listVoices(record);
  const decided = decisions.find((decision) => decision.kind === 'sources' && decision.key === key);
  return decided?.verdict === 'confirmed' || (sure && decided?.verdict !== 'struck') ? voices : [];
}

/** Whether a page may say who speaks a quotation. */
export const isSureSpeaker = (quote: RecordQuote, record: TextRecord): boolean => {
  const { kind, attribution: footing, speaker: name, confidence } = quote;
  if (kind === 'indirect' || footing === 'none' || name === null) return false;
  return isSure({ footing, name, confidence }, record);
};

type Heard = Voice & { places: Set<number> };

/**
 * Whose words a text gives, in the order of their first words: only direct and mixed quotations count, since for these nobody can doubt
 * that somebody speaks. "the ministry" is the ministry named before it; where two could be meant, or a plural speaks, the count is not sure.
 */
export function listVoices(record: TextRecord): Voices {
  const voices: Heard[] = [];
  let sure = true;
  for (const quote of record.quotes) {
    if (quote.kind === 'indirect') continue;
    const heard = toVoice(quote, record);
    if (!heard) {
      sure = false;
      continue;
    }
    const same = voices.filter((voice) => isSame(voice, heard));
    const [voice] = same;
    if (same.length > 1) sure = false;
    if (voice) merge(voice, heard);
    else voices.push(heard);
  }
  const shown = voices.map(({ places: _, ...voice }) => voice);
  return {
    voices: shown,
    sure: sure && shown.length > 0 && shown.every((voice) => isSure(voice, record)),
    key: sourcesKey(shown.map(({ footing, name }) => `${footing} ${name}`).join('\n')),
  };
}

function toVoice(
  { attribution, speaker, speaker_start, confidence }: RecordQuote,
  { entities }: TextRecord,
): Heard | undefined {
  if (attribution === 'none' || speaker === null) return undefined;
  const role = entities.find((entity) => entity.name === speaker && entity.role !== undefined)?.role;
  const places = new Set(speaker_start === null ? [] : [speaker_start]);
  return { footing: attribution, name: speaker, ...(role ? { role } : {}), confidence, places };
}

function merge(voice: Heard, heard: Heard): void {
  for (const place of heard.places) voice.places.add(place);
  voice.confidence = Math.max(voice.confidence, heard.confidence);
  if (heard.footing === 'named' && heard.name.length > voice.name.length) voice.name = heard.name;
  if (heard.role !== undefined) voice.role ??= heard.role;
}

const bare = (name: string): string => name.toLowerCase().replace(/^(?:the|a|an|its|his|her|their)\s+/, '');
const isDefinite = (name: string): boolean => /^(?:the|its|his|her|their)\s/i.test(name);
const endsWith = (name: string, end: string): boolean => name === end || name.endsWith(` ${end}`);

function isSame(voice: Heard, heard: Heard): boolean {
  if (voice.footing !== heard.footing) return false;
  if ([...heard.places].some((place) => voice.places.has(place))) return true;
  const [before, now] = [bare(voice.name), bare(heard.name)];
  if (voice.footing === 'named') return endsWith(before, now) || endsWith(now, before);
  if (voice.footing === 'anonymous') return isDefinite(heard.name) && endsWith(before, now);
  return before === now || (isDefinite(heard.name) && endsWith(before, now));
}

/** What an organisation is called where the text does not give its name: "the ministry", "Seoul's defense ministry". */
const ORGANISATION =
  /\b(?:administration|agency|army|assembly|association|authority|bank|board|bureau|cabinet|club|commission|committee|company|council|court|department|embassy|federation|firm|government|group|institute|military|ministry|navy|office|parliament|party|police|secretariat|service|treasury|union|university)$/i;

/**
 * A single word may be half a name, a plural tells no number, and "its director" is somebody whom the text may name elsewhere: none of these
 * can be counted without looking.
 */
function isSure(
  { footing, name, confidence }: Pick<Voice, 'footing' | 'name' | 'confidence'>,
  { entities }: TextRecord,
): boolean {
  if (confidence < SURE || confidence === CERTAIN) return confidence === CERTAIN;
  if (footing === 'named') return /\S\s\S/.test(name) || /^\p{Script=Hangul}{2,4}$/u.test(name);
  if (footing === 'anonymous')
    return /^(?:an?|another|one)\s\S/i.test(name) && !/(?:[^s]s|people|police)$/i.test(name);
  if (footing === 'document') return true;
  const isNamed = entities.some((one) => one.type === 'ORG' && endsWith(bare(name), bare(one.text)));
  return isNamed || ORGANISATION.test(name);
}
