import { expect, test } from 'vitest';
import { explainPostgresFailure } from './failures.ts';

test.each([
  [
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    /is full\. Free some space/,
  ],
  ["ENOSPC: no space left on device, mkdir '/d/run'", /is full/],
  ["EROFS: read-only file system, mkdir '/d'", /can only be read/],
  ["EACCES: permission denied, mkdir '/root/x'", /may not read and write \/d/],
  ['FATAL:  data directory "/d" has wrong ownership', /may not read and write \/d/],
  ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', /earlier PostgreSQL still work/],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /not enough memory/],
  ['spawn /x/postgres ENOENT', /does not run on this system/],
  ['postgres: error while loading shared libraries: libicuuc.so.60', /does not run on this system/],
  ['FATAL:  something new', /It said: FATAL: {2}something new$/],
])('%s becomes a sentence that says what to do', (output, sentence) => {
  expect(explainPostgresFailure(output, '/d').message).toMatch(sentence);
});
