import { describe, expect, it } from 'vitest';
import { toText } from '#document/to-text.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { parseMessage } from './parse-message.ts';

const parse = (text: string): WireItem => {
  const [item] = parseMessage(new TextEncoder().encode(text), { as: 'text' }).items;
  if (item === undefined) throw new Error('no item');
  return item;
};

const STORY = [
  'The harbour board of Westmere plans to close the old pier in early May, officials said Monday.',
  '"We have no choice," one of them said. "The timber will not last another winter."',
  'In 2019, the board had promised to keep it open for at least ten years.',
];

describe('a page copied as text', () => {
  it('finds headline, body, credit and language among the furniture', () => {
    const item = parse(
      [
        'Skip to content',
        'Home | News | Sport',
        'Westmere to close its old pier in May: officials',
        'By Jo Doe',
        'Published: 2026-03-24 10:05',
        'Share',
        ...STORY.slice(0, 2),
        `${STORY[2]} (Nordwire)`,
        'MOST READ',
        'Ten piers to see before you die',
        'Sign up for our newsletter to get the best of Westmere.',
        '© 2026 Westmere Post. All rights reserved.',
        '구독',
      ].join('\n\n'),
    );
    expect(item.headline).toBe('Westmere to close its old pier in May: officials');
    expect(item.byline).toBe('Jo Doe');
    expect(item.credit).toBe('Nordwire');
    expect(item.language).toBe('en');
    expect(item.firstcreated).toBe('2026-03-24T10:05:00Z');
    expect(toText(item.body)).toBe(STORY.join('\n\n'));
  });

  it('leaves dates absent where there are none, and says so', () => {
    const item = parse(['Westmere to close its old pier', ...STORY].join('\n\n'));
    expect(item.firstcreated).toBeUndefined();
    expect(item.versioncreated).toBeUndefined();
    expect(item.notes).toContain('No date was found.');
  });

  it('keeps subheads and short paragraphs within the story', () => {
    const item = parse(
      ['Pier to close in the spring', STORY[0], 'What comes next', STORY[1], 'Nobody knows.', STORY[2]].join(
        '\n\n',
      ),
    );
    expect(toText(item.body)).toContain('What comes next');
    expect(toText(item.body)).toContain('Nobody knows.');
  });

  it('names the same story alike however often it comes', () => {
    const page = ['Pier to close in the spring', ...STORY].join('\n\n');
    expect(parse(page).uri).toMatch(/^urn:sha256:/);
    expect(parse(page).uri).toBe(parse(`${page}\n\nMOST POPULAR`).uri);
  });

  it('reads place and agency from a dateline, and keeps it in the copy', () => {
    const item = parse(`Pier to close\n\nWESTMERE, March 24 (Nordwire) -- ${STORY[0]}\n\n${STORY[1]}`);
    expect(item).toMatchObject({ located: 'WESTMERE', credit: 'Nordwire' });
    expect(toText(item.body)).toContain('WESTMERE, March 24 (Nordwire) -- The harbour');
  });

  it('finds a Korean story and its writer', () => {
    const item = parse(
      [
        '본문 바로가기',
        '서해 여객선 운항 다음 달 재개',
        '홍길동 기자',
        '입력 2026.03.24 10:05',
        '해양수산청은 다음 달부터 서해 여객선 운항을 재개한다고 24일 밝혔다.',
        '관계자는 "안전 점검을 모두 마쳤다"고 말했다.',
        '많이 본 뉴스',
        '<저작권자(c) 가상통신, 무단 전재-재배포 금지>',
      ].join('\n\n'),
    );
    expect(item).toMatchObject({
      headline: '서해 여객선 운항 다음 달 재개',
      byline: '홍길동',
      language: 'ko',
    });
    expect(toText(item.body).split('\n\n')).toHaveLength(2);
  });
});
