import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type MailServer = {
  url: string;
  /** Whom it took mail for since it was asked last, an address for each mail. */
  take: () => Promise<string[]>;
  stop: () => void;
};

/** A real SMTP server in a process of its own. */
export async function startMailServer(): Promise<MailServer> {
  const child = fork(join(import.meta.dirname, 'mail-process.ts'), { execArgv: [] });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return {
    url,
    take: async () => {
      const answer = once(child, 'message') as Promise<[{ to: string[] }]>;
      child.send('take');
      return (await answer)[0].to;
    },
    stop: () => void child.kill(),
  };
}
