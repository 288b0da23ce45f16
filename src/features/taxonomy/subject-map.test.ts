import { expect, test } from 'vitest';
import { canonicalCode, codesUpwards, isRetired, subjectName } from './subject-code.ts';
import { mapSubjects, type SubjectMap } from './subject-map.ts';

const sections = ['news', 'politics', 'sport', 'culture', 'business'].map((slug, index) => ({
  id: index + 1,
  edition: 'en',
  slug,
  name: slug,
  position: index,
}));
const map = (said: Record<string, { section_id?: number; topic_id?: number }> = {}): SubjectMap => ({
  sections,
  rows: new Map(
    Object.entries(said).map(([code, { section_id = null, topic_id = null }]) => [
      code,
      { section_id, topic_id },
    ]),
  ),
});
const sectionOf = (codes: string[], said = {}) => {
  const { section, usual } = mapSubjects(
    map(said),
    codes.map((code) => ({ code })),
  );
  return (section ?? usual)?.slug;
};

test.each([
  ['medtop:20000082', 'medtop:20000082'],
  ['http://cv.iptc.org/newscodes/mediatopic/20000082', 'medtop:20000082'],
  ['20000082', 'medtop:20000082'],
  ['subj:04000000', 'medtop:04000000'],
  ['04003004', 'subj:04003004'],
  ['http://cv.iptc.org/newscodes/subjectcode/15054000', 'subj:15054000'],
  ['SPO', 'medtop:15000000'],
  ['iptccat:war', 'medtop:16000000'],
  ['dpasubject:15000000', 'dpasubject:15000000'],
  ['Genre:Opinion', 'genre:opinion'],
  ['99000000', '99000000'],
])('the code %s is written %s', (given, code) => {
  expect(canonicalCode(given)).toBe(code);
});

test.each([
  ['medtop:20000607', ['medtop:20000607', 'medtop:20000593', 'medtop:11000000']],
  ['medtop:20000619', ['medtop:20000619', 'medtop:20000621', 'medtop:11000000']],
  ['medtop:20000593', ['medtop:20000593', 'medtop:11000000']],
  ['medtop:20001301', ['medtop:20001301', 'medtop:15000000']],
  ['medtop:20000060', ['medtop:20000060', 'medtop:20000056', 'medtop:16000000']],
  ['subj:04003004', ['subj:04003004', 'subj:04003000', 'medtop:04000000']],
  ['medtop:20009999', ['medtop:20009999']],
  ['genre:opinion', ['genre:opinion']],
])('%s leads up to its subject at the top', (code, path) => {
  expect(codesUpwards(code)).toEqual(path);
});

test('a retired code is told as one, keeps its name and leads where its branch does', () => {
  expect(isRetired('medtop:20000160')).toBe(true);
  expect(isRetired('subj:20000160')).toBe(true);
  expect(isRetired('medtop:20000082')).toBe(false);
  expect(subjectName('20000160')).toBe('emergency incident');
  expect(codesUpwards('medtop:20000160').at(-1)).toBe('medtop:03000000');
});

test('without a word of the desk a subject goes to the usual section that the edition has', () => {
  expect(sectionOf(['medtop:20000607'])).toBe('politics');
  expect(sectionOf(['04003004'])).toBe('business');
  expect(sectionOf(['ACE'])).toBe('culture');
  expect(sectionOf(['medtop:17000000'])).toBeUndefined();
  expect(sectionOf([])).toBeUndefined();
});

test('of several subjects the first that leads somewhere counts', () => {
  expect(sectionOf(['medtop:17000000', 'medtop:15000000', 'medtop:11000000'])).toBe('sport');
});

test('what the desk has said goes first, and the nearest of it', () => {
  const said = { 'medtop:11000000': { section_id: 1 }, 'medtop:20000593': { section_id: 4 } };
  expect(sectionOf(['medtop:15000000', 'medtop:20000607'], said)).toBe('culture');
  expect(sectionOf(['medtop:20000574'], said)).toBe('news');
});

test('topics of a subject and of those above it are all given, each once; other codes count as well', () => {
  const said = {
    'medtop:11000000': { topic_id: 7 },
    'medtop:20000593': { topic_id: 8 },
    'urgency:1': { topic_id: 9 },
  };
  const subjects = [{ code: 'medtop:20000607' }, { code: 'medtop:11000000' }, { code: 'urgency:1' }, {}];
  expect(mapSubjects(map(said), subjects)).toEqual({ topics: [8, 7, 9], usual: sections[1] });
});
