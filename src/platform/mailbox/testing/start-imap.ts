import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { afterEach } from 'vitest';

const open = new Set<() => Promise<void>>();

afterEach(async () => {
  await Promise.all([...open].map((close) => close()));
  open.clear();
});

export type ImapBox = {
  port: number;
  append: (raw: string) => void;
  subjects: (mailbox: string) => string[];
  renew: () => void;
};

/** A real IMAP server on loopback with an INBOX and a folder `Read`, for `desk` with the password `s3cret!`. */
export async function startImap(mails: readonly string[]): Promise<ImapBox> {
  const server = hoodiecrow({
    plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'LITERALPLUS', 'UNSELECT'],
    users: { desk: { password: 's3cret!' } },
    storage: {
      INBOX: { messages: mails.map((raw) => ({ raw })), uidvalidity: 7 },
      '': { folders: { Read: {} } } as object,
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.add(() => new Promise<void>((done) => server.close(done)));
  const inbox = () => server.storage.INBOX ?? {};
  return {
    port: (server.server.address() as AddressInfo).port,
    append: (raw) => server.appendMessage('INBOX', [], false, raw),
    subjects: (mailbox) =>
      (server as unknown as { getMailbox: (path: string) => { messages: { raw: string }[] } })
        .getMailbox(mailbox)
        .messages.map(({ raw }) => /^Subject: (.*)$/m.exec(raw.toString())?.[1]?.trim() ?? ''),
    renew: () => {
      inbox().uidvalidity = 8;
    },
  };
}
