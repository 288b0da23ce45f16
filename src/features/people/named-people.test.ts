import { describe, expect, it } from 'vitest';
import type { RecordEntity, RecordQuote, TextRecord } from '#record/record.ts';
import { namedPeople } from './named-people.ts';

const person = (text: string, name: string, more: Partial<RecordEntity> = {}, at = 0): RecordEntity => ({
  ...{ start: at, end: at + text.length, text, type: 'PER', id: name, name, confidence: 0.8 },
  ...more,
});
const quote = (text: string, speaker: string, more: Partial<RecordQuote> = {}): RecordQuote => ({
  ...{ start: 0, end: text.length, text, kind: 'direct', speaker, speaker_start: 0, speaker_end: 1 },
  ...{ attribution: 'named', confidence: 0.95 },
  ...more,
});
const record = (entities: RecordEntity[], quotes: RecordQuote[] = []): TextRecord => ({
  ...{ version: 1, times: [], events: [], entities, quotes },
});
const LONG = 'The alliance has never been stronger';

describe('of a text are kept', () => {
  it('people who are named in full, with their role, wherever it stands, and their certain direct words', () => {
    const entities = [
      person('Ashton Carter', 'Ashton Carter'),
      person('Carter', 'Ashton Carter', { role: 'U.S. Defense Secretary' }),
    ];
    const quotes = [
      quote(LONG, 'Ashton Carter'),
      quote('We', 'Ashton Carter'),
      quote(LONG, 'Ashton Carter', { confidence: 0.8 }),
      quote(LONG, 'Ashton Carter', { kind: 'indirect' }),
      quote(LONG, 'Bo Park'),
    ];
    expect(namedPeople(record(entities, quotes), 'U.S. Defense Secretary Ashton Carter')).toEqual([
      {
        ...{ slug: 'ashton-carter', name: 'Ashton Carter', role: 'U.S. Defense Secretary' },
        ...{ roleKey: 'u s defense secretary', sure: true, quoted: 2, said: [{ text: LONG }] },
      },
    ]);
  });

  it('no bodies, no places, no half names, nobody whom the reader doubts', () => {
    const entities = [
      person('Carter', 'Carter'),
      person('Ashton Carter', 'Ashton Carter', { type: 'ORG' }),
      person('Bo Park', 'Bo Park', { confidence: 0.4 }),
      person('Transport Ministry', 'Transport Ministry'),
    ];
    expect(namedPeople(record(entities), '')).toEqual([]);
  });

  it('no piece of a word for a role, and no office for a name', () => {
    const minister = person('Health Minister Sanne Birkov', 'Health Minister Sanne Birkov');
    const friend = person('Ivar Stenn', 'Ivar Stenn', { role: 'ir best man' });
    const text = 'Health Minister Sanne Birkov came with their best man Ivar Stenn.';
    expect(namedPeople(record([minister, friend]), text)).toMatchObject([
      { slug: 'sanne-birkov', name: 'Sanne Birkov', role: 'Health Minister' },
      { slug: 'ivar-stenn', role: '' },
    ]);
  });

  it('Koreans, but no last name of a foreigner that looks like a whole Korean name', () => {
    const whole = '새누리당 김무성 대표가 말했다.';
    expect(namedPeople(record([person('김무성', '김무성', { role: '대표' }, 5)]), whole)).toMatchObject([
      { slug: '김무성', role: '대표' },
    ]);
    const torn = '제1야당의 마티스 오렌드 대표가 말했다.';
    expect(namedPeople(record([person('오렌드', '오렌드', { role: '대표' }, 10)]), torn)).toEqual([]);
  });
});
