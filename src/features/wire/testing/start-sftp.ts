import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2, { type Connection } from 'ssh2';
import { afterEach } from 'vitest';

const { Server, utils } = ssh2;
const { OPEN_MODE, STATUS_CODE } = utils.sftp;

/** Files of a folder on the server, by name. */
export type SftpFiles = Map<string, { bytes: Buffer; mtime: number }>;

const open = new Set<() => Promise<void>>();

afterEach(async () => {
  await Promise.all([...open].map((close) => close()));
  open.clear();
});

const hostKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString();

/** A real SSH server on loopback with these files in every folder, for `desk` with the password `s3cret!`. */
export async function startSftp(
  files: SftpFiles,
  key = hostKey(),
  port = 0,
): Promise<{ port: number; close: () => Promise<void> }> {
  const clients = new Set<Connection>();
  const server = new Server({ hostKeys: [key] }, (client) => {
    clients.add(client);
    client.on('error', () => {});
    client.on('authentication', (asked) => {
      if (asked.method === 'password' && asked.username === 'desk' && asked.password === 's3cret!')
        asked.accept();
      else asked.reject(['password']);
    });
    client.on('ready', () =>
      client.on('session', (accept) => accept().on('sftp', (agree) => serve(agree(), files))),
    );
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const close = async () => {
    open.delete(close);
    for (const client of clients) client.end();
    await new Promise<void>((done) => server.close(() => done()));
  };
  open.add(close);
  return { port: (server.address() as AddressInfo).port, close };
}

function serve(sftp: ssh2.SFTPWrapper, files: SftpFiles): void {
  const handles = new Map<string, { name?: string; read?: boolean }>();
  const add = (handle: { name?: string }): Buffer => {
    const id = String(handles.size);
    handles.set(id, handle);
    return Buffer.from(id);
  };
  const attrs = (name: string) => {
    const file = files.get(name);
    const mtime = file?.mtime ?? 0;
    return { mode: 0o100644, uid: 0, gid: 0, size: file?.bytes.length ?? 0, atime: mtime, mtime };
  };
  const nameOf = (path: string): string => path.split('/').at(-1) ?? '';
  sftp.on('OPENDIR', (id) => sftp.handle(id, add({})));
  sftp.on('READDIR', (id, handle) => {
    const opened = handles.get(handle.toString());
    if (opened === undefined || opened.read) return sftp.status(id, STATUS_CODE.EOF);
    opened.read = true;
    sftp.name(
      id,
      [...files.keys()].map((filename) => ({ filename, longname: filename, attrs: attrs(filename) })),
    );
  });
  sftp.on('OPEN', (id, path, flags) => {
    const name = nameOf(path);
    if (!files.has(name) || !(flags & OPEN_MODE.READ)) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    sftp.handle(id, add({ name }));
  });
  sftp.on('FSTAT', (id, handle) => sftp.attrs(id, attrs(handles.get(handle.toString())?.name ?? '')));
  sftp.on('STAT', (id, path) => sftp.attrs(id, attrs(nameOf(path))));
  sftp.on('READ', (id, handle, offset, length) => {
    const bytes = files.get(handles.get(handle.toString())?.name ?? '')?.bytes ?? Buffer.alloc(0);
    if (offset >= bytes.length) return sftp.status(id, STATUS_CODE.EOF);
    sftp.data(id, bytes.subarray(offset, offset + length));
  });
  sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK));
}
