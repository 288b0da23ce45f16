import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { Client, type FileEntryWithStats, type SFTPWrapper } from 'ssh2';
import { AppError } from '#lib/errors.ts';
import type { FileSession, RemoteFile, SessionOptions } from './file-session.ts';

/**
 * A folder by SFTP. The host's key is believed the first time and must be the same ever after.
 * @throws what ssh2 throws; AppError forbidden where the host shows another key than before
 */
export async function openSftp(options: SessionOptions): Promise<FileSession> {
  const client = new Client();
  const socket = connect({ host: options.address, port: options.port });
  const quit = () => {
    client.destroy();
    socket.destroy();
  };
  options.signal?.addEventListener('abort', quit, { once: true });
  try {
    await ready(client, socket, options);
    const sftp = await new Promise<SFTPWrapper>((resolve, reject) =>
      client.sftp((error, opened) => (error ? reject(error) : resolve(opened))),
    );
    // After this an error has nobody waiting; the call that is under way fails by itself.
    client.on('error', () => {});
    return {
      list: () => list(sftp, options.path),
      read: (name, maxBytes) => read(sftp, `${options.path.replace(/\/$/, '')}/${name}`, maxBytes),
      close: async () => {
        options.signal?.removeEventListener('abort', quit);
        client.end();
        setTimeout(() => socket.destroy(), 1_000).unref();
      },
    };
  } catch (thrown) {
    quit();
    throw thrown;
  }
}

function ready(client: Client, sock: Socket, options: SessionOptions): Promise<void> {
  const { user, password, timeoutMs, knownKey, onKey } = options;
  let changed: AppError | undefined;
  return new Promise((resolve, reject) => {
    client.once('ready', () => resolve());
    client.once('error', (error) => reject(changed ?? error));
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) =>
      finish(prompts.map(() => password)),
    );
    sock.once('error', reject);
    client.connect({
      sock,
      username: user,
      password,
      tryKeyboard: true,
      readyTimeout: timeoutMs,
      hostVerifier: (key: Buffer) => {
        const fingerprint = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
        if (knownKey === undefined) onKey?.(fingerprint);
        else if (knownKey !== fingerprint)
          changed = new AppError(
            'forbidden',
            `The host shows another key (${fingerprint}) than before (${knownKey}). If that is right, remove the source and add it again.`,
          );
        return changed === undefined;
      },
    });
  });
}

const list = (sftp: SFTPWrapper, path: string): Promise<RemoteFile[]> =>
  new Promise((resolve, reject) =>
    sftp.readdir(path, (error, entries) =>
      error ? reject(error) : resolve(entries.filter(isFile).map(toFile)),
    ),
  );

const isFile = ({ attrs }: FileEntryWithStats): boolean => attrs.isFile();

const toFile = ({ filename, attrs }: FileEntryWithStats): RemoteFile => ({
  name: filename,
  size: attrs.size,
  stamp: `${attrs.size} ${attrs.mtime}`,
  modified: new Date(attrs.mtime * 1000),
});

const PIECE = 32 * 1024;

/** By hand and not by a stream: a stream's closing request has nobody to answer to once the connection ends. */
async function read(sftp: SFTPWrapper, path: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await new Promise<Buffer>((resolve, reject) =>
    sftp.open(path, 'r', (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  try {
    const pieces: Buffer[] = [];
    for (let bytes = 0; ; ) {
      const piece = await readPiece(sftp, handle, bytes);
      if (piece.length === 0) return Buffer.concat(pieces);
      bytes += piece.length;
      if (bytes > maxBytes)
        throw new AppError('too_large', `The file is larger than the ${maxBytes} bytes that are read.`);
      pieces.push(piece);
    }
  } finally {
    await new Promise<void>((resolve) => sftp.close(handle, () => resolve()));
  }
}

/** Nothing at the end of the file, which ssh2 tells as an error of code 1 (SSH_FX_EOF). */
const readPiece = (sftp: SFTPWrapper, handle: Buffer, at: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.alloc(PIECE);
    sftp.read(handle, buffer, 0, PIECE, at, (error, length) => {
      if (error && 'code' in error && error.code === 1) resolve(Buffer.alloc(0));
      else if (error) reject(error);
      else resolve(buffer.subarray(0, length));
    });
  });
