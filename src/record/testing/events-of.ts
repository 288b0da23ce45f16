import { analyse } from '../analysis.ts';
import { readEvents } from '../en/events/read-events.ts';
import { readTimes } from '../en/times/read-times.ts';
import type { RecordEntity } from '../record.ts';
import { readWritingTime } from '../times/writing-time.ts';

const KINDS: Record<string, RecordEntity['type']> = { '{': 'PER', '<': 'ORG', '[': 'LOC' };

/** Takes the marks out of "{Jane Doe} of <the Board> in [Oslo]"; "{Doe|Jane Doe|Finance Minister}" also tells full name and role. */
function readMarks(marked: string): { text: string; entities: RecordEntity[] } {
  let text = '';
  const entities: RecordEntity[] = [];
  for (const part of marked.split(/([{<[][^}>\]]*[}>\]])/u)) {
    const type = KINDS[part.charAt(0)];
    if (!type) {
      text += part;
      continue;
    }
    const [words = '', name = words, role] = part.slice(1, -1).split('|');
    const start = text.length;
    text += words;
    const find = { start, end: text.length, text: words, type, id: name, name: name || words, confidence: 1 };
    entities.push({ ...find, ...(role && { role }) });
  }
  return { text, entities };
}

/** The events of a text whose names are marked, as "who | what | where | when | status"; written on Wednesday 25 March 2015. */
export function eventsOf(marked: string): string[] {
  const { text, entities } = readMarks(marked);
  const analysis = analyse(text);
  const writing = readWritingTime('2015-03-25', undefined);
  const times = readTimes(analysis, writing, false);
  return readEvents(analysis, { times, entities }, writing, false).map(({ who, what, where, when, status }) =>
    [who.join(' & '), what, where, when, status].join(' | '),
  );
}
