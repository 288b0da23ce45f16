import { type AddressInfo, createServer } from 'node:net';
import { FtpSrv } from 'ftp-srv';
import { afterEach } from 'vitest';

const open = new Set<() => Promise<void>>();

afterEach(async () => {
  await Promise.all([...open].map((close) => close()));
  open.clear();
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** ftp-srv wants a logger of bunyan's shape. */
const quiet = { child: () => quiet, trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} };

/** A real FTP server on loopback that shows a folder to `desk` with the password `s3cret!`; closed after the test. */
export async function startFtp(
  folder: string,
  values: { pasvHost?: string } = {},
): Promise<{ port: number; logins: number }> {
  const port = await freePort();
  const server = new FtpSrv({
    url: `ftp://127.0.0.1:${port}`,
    pasv_url: values.pasvHost ?? '127.0.0.1',
    pasv_min: 20_000 + (port % 20_000),
    pasv_max: 20_100 + (port % 20_000),
    log: quiet,
  });
  const running = { port, logins: 0 };
  server.on('login', ({ username, password }, resolve, reject) => {
    running.logins += 1;
    if (username === 'desk' && password === 's3cret!') resolve({ root: folder });
    else reject(new Error(`wrong password ${password}`));
  });
  await server.listen();
  open.add(async () => {
    await server.close();
  });
  return running;
}
