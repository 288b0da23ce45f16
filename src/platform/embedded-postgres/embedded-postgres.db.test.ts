import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDatabase, type DatabaseTarget } from '../database.ts';
import { type EmbeddedPostgres, type Holder, openEmbeddedPostgres } from './embedded-postgres.ts';
import { isAlive } from './postmaster-file.ts';

// Each test makes a database from nothing, some twice; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

let home = '';
let dataFolder = '';
let said: string[] = [];
const opened: EmbeddedPostgres[] = [];
const others: ChildProcess[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'dateline-embedded-'));
  chmodSync(home, 0o711);
  dataFolder = home;
  said = [];
});

afterEach(async () => {
  for (const other of others.splice(0)) other.kill('SIGKILL');
  for (const one of opened.splice(0)) await one.close();
  await expect.poll(() => isAlive(postmasterPid()), { timeout: 10_000 }).toBe(false);
  rmSync(home, { recursive: true, force: true });
});

const pidFile = () => join(dataFolder, 'postgres', 'postmaster.pid');
const postmasterPid = (): number =>
  existsSync(pidFile()) ? Number(readFileSync(pidFile(), 'utf8').split('\n')[0]) : 0x7fffffff;

async function open(holder: Holder): Promise<EmbeddedPostgres> {
  const one = await openEmbeddedPostgres({
    dataFolder,
    holder,
    durable: false,
    say: (sentence) => said.push(sentence),
  });
  opened.push(one);
  return one;
}

async function close(one: EmbeddedPostgres): Promise<void> {
  opened.splice(opened.indexOf(one), 1);
  await one.close();
}

async function ask(target: DatabaseTarget, statement: string): Promise<unknown[]> {
  const db = createDatabase(target, { max: 1 });
  try {
    return (await sql.raw(statement).execute(db)).rows;
  } finally {
    await db.destroy();
  }
}

/** Another process that opens the same folder and says so, as a second `dateline` would. */
async function openElsewhere(holder: Holder): Promise<ChildProcess> {
  const program = `
    import { openEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))};
    const one = await openEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, holder: '${holder}', durable: false, say() {} });
    console.log('open');
    process.stdin.once('data', () => one.close().then(() => process.exit()));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  others.push(child);
  if (!child.stdout) throw new Error('no output');
  await once(child.stdout, 'data');
  return child;
}

test('what was written is there after a stop and a start', async () => {
  const first = await open('paper');
  await ask(first.target, 'create table kept as select 7 as number');
  await close(first);
  const second = await open('paper');
  expect(await ask(second.target, 'select number from kept')).toEqual([{ number: 7 }]);
});

test('it listens on a socket in a folder of its own and not on the network', async () => {
  const { target } = await open('paper');
  const settings = `select current_setting('listen_addresses') as network, current_setting('unix_socket_permissions') as mode`;
  expect(await ask(target, settings)).toEqual([{ network: '', mode: '0700' }]);
});

test('texts sort and fold the same on every machine', async () => {
  const { target } = await open('command');
  const order = `select string_agg(c, '' order by c) as sorted, lower('ÄÉ') as folded from unnest(array['b','A','é','가']) c`;
  expect(await ask(target, order)).toEqual([{ sorted: 'Abé가', folded: 'äé' }]);
});

test('a second paper on the same folder is refused with the process id of the first', async () => {
  await open('paper');
  await expect(open('paper')).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(`A paper already runs on ${dataFolder} (process ${process.pid})`),
  });
});

test('a command uses the database of the running paper and leaves it running', async () => {
  const paper = await open('paper');
  const before = postmasterPid();
  const command = await open('command');
  await ask(command.target, 'create table seen as select 1 as one');
  await close(command);
  expect(postmasterPid()).toBe(before);
  expect(await ask(paper.target, 'select one from seen')).toEqual([{ one: 1 }]);
});

test('a command without a paper starts PostgreSQL for its own time', async () => {
  const command = await open('command');
  expect(await ask(command.target, 'select 1 as one')).toEqual([{ one: 1 }]);
  await close(command);
  expect(existsSync(pidFile())).toBe(false);
});

test('commands side by side share one PostgreSQL, and the last to end stops it', async () => {
  const first = await open('command');
  const second = await open('command');
  let firstClosed = false;
  const closing = close(first).then(() => {
    firstClosed = true;
  });
  expect(await ask(second.target, 'select pg_sleep(0.3), 1 as one')).toEqual([{ pg_sleep: '', one: 1 }]);
  expect(firstClosed).toBe(false);
  await close(second);
  await closing;
  expect(existsSync(pidFile())).toBe(false);
});

test('a paper waits until a command has ended', async () => {
  const command = await openElsewhere('command');
  const starting = open('paper');
  command.stdin?.write('end\n');
  const paper = await starting;
  expect(await ask(paper.target, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('when the paper is killed PostgreSQL ends by itself and the next paper starts', async () => {
  const killed = await openElsewhere('paper');
  const postmaster = postmasterPid();
  killed.kill('SIGKILL');
  await expect.poll(() => isAlive(postmaster), { timeout: 10_000 }).toBe(false);
  const paper = await open('paper');
  expect(await ask(paper.target, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a lock file whose number belongs to another program by now is removed and said', async () => {
  await close(await open('command'));
  const bystander = spawn('sleep', ['60']);
  others.push(bystander);
  writeFileSync(
    pidFile(),
    `${bystander.pid}\n${dataFolder}/postgres\n1700000000\n5432\n${dataFolder}/run\n\n1 1\nready   \n`,
  );
  const paper = await open('paper');
  expect(await ask(paper.target, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(said).toContainEqual(expect.stringContaining(`process ${bystander.pid} is another program`));
});

test('a PostgreSQL that is killed under a running paper comes back', async () => {
  const paper = await open('paper');
  const killed = postmasterPid();
  process.kill(killed, 'SIGKILL');
  await expect.poll(() => isAlive(killed), { timeout: 5000 }).toBe(false);
  const asked = () => ask(paper.target, 'select 1 as one').catch(() => 'away');
  await expect.poll(asked, { timeout: 20_000 }).toEqual([{ one: 1 }]);
  expect(said).toContain('PostgreSQL ended unexpectedly; starting it again.');
});

test('a folder of another major version is refused and left as it is', async () => {
  await close(await open('command'));
  writeFileSync(join(dataFolder, 'postgres', 'PG_VERSION'), '17\n');
  await expect(open('paper')).rejects.toMatchObject({
    message: expect.stringContaining('made by PostgreSQL 17'),
  });
});

test('a path too long for a socket works too', async () => {
  dataFolder = join(dataFolder, 'a'.repeat(90));
  const paper = await open('paper');
  expect(await ask(paper.target, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a data folder that is a file is refused with a sentence', async () => {
  const file = join(dataFolder, 'file');
  writeFileSync(file, '');
  const opening = openEmbeddedPostgres({ dataFolder: file, holder: 'paper', say: () => {} });
  await expect(opening).rejects.toMatchObject({
    message: `${file} cannot be a folder. Set DATELINE_DATA to a folder that exists or can be made.`,
  });
});
