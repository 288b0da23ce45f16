import { type DiaryEntry, fromIsoDay, mondayOfWeek, readDiary } from '#features/diary/diary.ts';
import { systemClock } from '#lib/clock.ts';
import { calendarDay } from '#lib/zoned.ts';
import { mondayOf } from '#record/times/calendar.ts';
import { chooseEdition } from './choose-edition.ts';
import { type Call, WrongUse } from './command.ts';
import type { diaryListOptions } from './diary.command.ts';
import { toTextTable } from './text-table.ts';
import { withDatabase } from './with-database.ts';

/** `dateline diary list` */
export async function diaryList(call: Call<typeof diaryListOptions>): Promise<undefined> {
  const { values, words, print } = call;
  if (words.length > 0) throw new WrongUse(`"${words[0]}" is one word too many.`);
  const asked = values.week === undefined ? undefined : readWeek(values.week);
  await withDatabase(call, async (db) => {
    const edition = await chooseEdition(db, values.edition);
    const { year, month, day } = calendarDay(systemClock(), edition.zone);
    const monday = asked ?? mondayOf(fromIsoDay(`${year}-${month}-${day}`) ?? 0);
    const { entries, more } = await readDiary(db, edition, { monday, ahead: asked === undefined });
    if (values.json) return print(`${JSON.stringify(entries.map(toJson), null, 2)}\n`);
    const rows = entries.map((entry) => [
      String(entry.id),
      [entry.when.mod?.toLowerCase(), entry.when.value].filter(Boolean).join(' '),
      entry.certain ? `${entry.status}, certain` : entry.status,
      entry.title,
      entry.place ?? '',
    ]);
    await print(toTextTable([['ENTRY', 'WHEN', 'STATUS', 'WHAT', 'WHERE'], ...rows]));
    if (more) call.say('There are more; ask for a week with --week.');
  });
}

const toJson = ({ id, uid, status, title, place, when, certain, announced, reported }: DiaryEntry) => ({
  ...{ id, uid, status, title, where: place, when, certain },
  announced: { path: announced.path, sentence: announced.sentence },
  reported: reported && { path: reported.path, sentence: reported.sentence },
});

function readWeek(text: string): number {
  const [, year, week] = /^(\d{4})-w(\d{1,2})$/i.exec(text) ?? [];
  const monday = mondayOfWeek(Number(year), Number(week));
  if (!year || monday === undefined) throw new WrongUse(`"${text}" is no week. Write 2015-W14.`);
  return monday;
}
