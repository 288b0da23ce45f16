import { isIP } from 'node:net';
import { Writable } from 'node:stream';
import { Client, FileType, FTPError } from 'basic-ftp';
import { AppError } from '#lib/errors.ts';
import type { FileSession, RemoteFile, SessionOptions } from './file-session.ts';

const EXPLICIT_PORT = 21;

/**
 * A folder by FTP. `secure` is TLS from the first byte on, or on port 21 from the first command on (RFC 4217); without it
 * TLS is used where the server offers it. Data connections go to the
 * address of the control connection and nowhere else, whatever the server says (FTP bounce).
 * @throws what basic-ftp throws
 */
export async function openFtp(options: SessionOptions): Promise<FileSession> {
  const { address, host, port, user, password, path, timeoutMs, signal } = options;
  const client = new Client(timeoutMs, { allowSeparateTransferHost: false });
  const quit = () => client.close();
  signal?.addEventListener('abort', quit, { once: true });
  try {
    const secureOptions = { host, ...(isIP(host) ? {} : { servername: host }) };
    const implicit = options.secure && port !== EXPLICIT_PORT;
    if (implicit) await client.connectImplicitTLS(address, port, secureOptions);
    else {
      await client.connect(address, port);
      if (options.secure) await client.useTLS(secureOptions);
      else await turnToTls(client, secureOptions);
    }
    await client.login(user, password);
    await client.useDefaultSettings();
    if (path !== '.') await client.cd(path);
  } catch (thrown) {
    client.close();
    throw thrown;
  }
  return {
    list: async () => (await client.list()).filter(({ type }) => type === FileType.File).map(toFile),
    read: (name, maxBytes) => download(client, name, maxBytes),
    close: async () => {
      signal?.removeEventListener('abort', quit);
      client.close();
    },
  };
}

/** A server that has no TLS refuses the command; then the password goes as the address says it should: in the clear. */
async function turnToTls(
  client: Client,
  secureOptions: { servername?: string; host: string },
): Promise<void> {
  try {
    await client.useTLS(secureOptions);
  } catch (thrown) {
    if (!(thrown instanceof FTPError) || thrown.code < 500) throw thrown;
  }
}

const toFile = (info: {
  name: string;
  size: number;
  rawModifiedAt: string;
  modifiedAt?: Date;
}): RemoteFile => ({
  name: info.name,
  size: info.size,
  stamp: `${info.size} ${info.modifiedAt?.toISOString() ?? info.rawModifiedAt}`,
  ...(info.modifiedAt === undefined ? {} : { modified: info.modifiedAt }),
});

async function download(client: Client, name: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes)
        return done(
          new AppError('too_large', `The file ${name} is larger than the ${maxBytes} bytes that are read.`),
        );
      chunks.push(chunk);
      done();
    },
  });
  await client.downloadTo(sink, name);
  return Buffer.concat(chunks);
}
