import type { DatabaseTarget } from '../database.ts';

/** What the global set-up tells the test workers. */
export type TestServer = { target: DatabaseTarget; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Another database on the same server. */
export function databaseOn(target: DatabaseTarget, database: string): DatabaseTarget {
  if ('socketFolder' in target) return { ...target, database };
  const url = new URL(target.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}
