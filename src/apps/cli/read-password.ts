import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { splitPassword, transportOf } from '#features/wire/wire.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import { type Terminal, WrongUse } from './command.ts';

/**
 * The password for an address of FTP, SFTP or IMAP: out of a file (`-` is stdin), else the one in the address, else asked
 * for on a terminal. Undefined where none is needed. Never echoed.
 */
export async function readPassword(
  url: string | undefined,
  file: string | undefined,
  { say }: Pick<Terminal, 'say'>,
): Promise<string | undefined> {
  const needed = url !== undefined && URL.canParse(url) && transportOf(url) !== 'http';
  if (file !== undefined && !needed)
    throw new WrongUse('--password-file goes with an address of FTP, SFTP or IMAP.');
  if (!needed) return undefined;
  if (file !== undefined) return firstLine(await readSecretFile(file));
  const { password } = splitPassword(url);
  if (password !== undefined) {
    say('The password in the address may stay in the history of your shell; --password-file keeps it out.');
    return password;
  }
  if (new URL(url).username === '') return undefined;
  if (!process.stdin.isTTY)
    throw new WrongUse('Give the password by --password-file FILE; with - it is read from stdin.');
  return ask(`Password for ${new URL(url).host}: `);
}

const firstLine = (text: string): string => text.split(/\r?\n/)[0] ?? '';

async function readSecretFile(file: string): Promise<string> {
  try {
    if (file !== '-') return await readFile(file, 'utf8');
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } catch (thrown) {
    throw new AppError('bad_input', `The password could not be read from ${file}: ${messageOf(thrown)}`, {
      cause: thrown,
    });
  }
}

function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) =>
    lines.question('', (answer) => {
      process.stderr.write('\n');
      lines.close();
      resolve(answer);
    }),
  );
}
