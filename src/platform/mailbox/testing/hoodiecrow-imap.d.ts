/** The little of hoodiecrow-imap that the tests use; the package brings no types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  type Message = { raw: string; uid?: number; flags?: string[] };
  type Folder = { messages?: Message[]; uidvalidity?: number; uidnext?: number };
  type ImapServer = {
    server: Server;
    storage: Record<string, Folder>;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    appendMessage(mailbox: string, flags: string[], internaldate: Date | false, raw: string): void;
  };

  function hoodiecrow(options: {
    storage: Record<string, Folder>;
    plugins?: string[];
    users?: Record<string, { password: string }>;
  }): ImapServer;
  export = hoodiecrow;
}
