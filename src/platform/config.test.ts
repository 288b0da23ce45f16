import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any variable the paper runs on port 3000 of this machine with its data in var', () => {
  expect(readConfig({}, '/srv/paper')).toEqual({
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://127.0.0.1:3000',
    dataFolder: '/srv/paper/var',
    databaseUrl: undefined,
    smtpUrl: undefined,
    blobUrl: 'file:///srv/paper/var/media',
    demo: true,
    role: 'all',
    privateSources: [],
    trustedProxies: 0,
  });
});

test('every variable is taken', () => {
  const config = readConfig(
    {
      PORT: '8080',
      HOST: '0.0.0.0',
      BASE_URL: 'https://paper.example/',
      DATELINE_DATA: '/data',
      DATABASE_URL: 'postgres://u:p@db/dateline',
      SMTP_URL: 'smtps://mail',
      BLOB_URL: 's3://key:secret@host/bucket',
      DATELINE_DEMO: 'off',
      DATELINE_ROLE: 'worker',
      DATELINE_PROXIES: '1',
      DATELINE_PRIVATE_SOURCES: 'feeds.lan, 10.0.0.7',
    },
    '/srv',
  );
  expect(config).toEqual({
    port: 8080,
    host: '0.0.0.0',
    baseUrl: 'https://paper.example',
    dataFolder: '/data',
    databaseUrl: 'postgres://u:p@db/dateline',
    smtpUrl: 'smtps://mail',
    blobUrl: 's3://key:secret@host/bucket',
    demo: false,
    role: 'worker',
    privateSources: ['feeds.lan', '10.0.0.7'],
    trustedProxies: 1,
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '', SMTP_URL: ' ' }, '/').port).toBe(3000);
});

test('a relative media folder counts from where the program started', () => {
  expect(readConfig({ BLOB_URL: 'file:pictures' }, '/srv').blobUrl).toBe('file:///srv/pictures');
});

test.each([
  [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, such as PORT=3000.'],
  [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535, such as PORT=3000.'],
  [{ DATELINE_DEMO: 'no' }, 'DATELINE_DEMO must be one of on, off.'],
  [{ DATELINE_ROLE: 'all,web' }, 'DATELINE_ROLE must be one of all, web, worker.'],
  [{ DATELINE_DTAA: '/x' }, 'There is no setting DATELINE_DTAA. Did you mean DATELINE_DATA?'],
  [{ BASE_URL: 'paper.example' }, 'BASE_URL must be the address readers use, such as https://paper.example.'],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must be a PostgreSQL address, such as postgres:/],
])('%o stops the start with a sentence that says what to write', (env, sentence) => {
  expect(() => readConfig(env, '/')).toThrow(sentence);
});

test('a name that is near nothing known lists what there is', () => {
  expect(() => readConfig({ DATELINE_XYZZYPLUGH: '1' }, '/')).toThrow(
    /no setting DATELINE_XYZZYPLUGH\. The known ones are DATELINE_DATA, /,
  );
});

test('all that is wrong is said at once', () => {
  expect(() => readConfig({ PORT: 'x', DATELINE_ROL: 'web' }, '/')).toThrow(/DATELINE_ROLE\?\nPORT must be/);
});
