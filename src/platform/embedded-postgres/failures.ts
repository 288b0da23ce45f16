import { AppError, type ErrorCode } from '#lib/errors.ts';

type Explanation = { when: RegExp; code: ErrorCode; say: (folder: string) => string };

const EXPLANATIONS: Explanation[] = [
  {
    when: /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/,
    code: 'unavailable',
    say: (folder) =>
      `The disk that holds ${folder} is full. Free some space (200 MB is enough to begin), or put the data elsewhere with DATELINE_DATA, then start again. Nothing was lost.`,
  },
  {
    when: /Read-only file system|EROFS/,
    code: 'unavailable',
    say: (folder) =>
      `${folder} lies on a disk that can only be read. Mount it for writing, or set DATELINE_DATA to a folder that can be written.`,
  },
  {
    when: /Permission denied|Operation not permitted|EACCES|EPERM|has wrong ownership|must be started by the user/,
    code: 'unavailable',
    say: (folder) =>
      `This user may not read and write ${folder}. Give it the folder (chown -R), or set DATELINE_DATA to a folder of its own.`,
  },
  {
    when: /Not a directory|ENOTDIR|mkdir/,
    code: 'bad_input',
    say: (folder) =>
      `${folder} cannot be a folder. Set DATELINE_DATA to a folder that exists or can be made.`,
  },
  {
    when: /pre-existing shared memory block/,
    code: 'conflict',
    say: (folder) =>
      `Parts of an earlier PostgreSQL still work on ${folder}. Wait a moment and start again; if it stays so, end the processes named "postgres" that use this folder.`,
  },
  {
    when: /could not (map anonymous|create|resize) shared memory|could not resize shared memory|Cannot allocate memory/,
    code: 'unavailable',
    say: () =>
      'There is not enough memory for PostgreSQL: it wants about 200 MB. Give the paper more, or set DATABASE_URL.',
  },
  {
    when: /error while loading shared libraries|Library not loaded|spawn .* ENOENT|: not found/,
    code: 'unavailable',
    say: () =>
      'The PostgreSQL that came with the program does not run on this system. Set DATABASE_URL to a PostgreSQL (15 or later) that runs elsewhere.',
  },
];

const lastLines = (output: string): string => output.trim().split('\n').slice(-4).join(' ').slice(-600);

/** What went wrong, as one sentence for the person at the machine, from whatever PostgreSQL printed. */
export function explainPostgresFailure(output: string, folder: string): AppError {
  const known = EXPLANATIONS.find(({ when }) => when.test(output));
  if (known) return new AppError(known.code, known.say(folder), { cause: output });
  return new AppError(
    'unavailable',
    `PostgreSQL did not start on ${folder}. It said: ${lastLines(output) || 'nothing'}`,
    { cause: output },
  );
}
