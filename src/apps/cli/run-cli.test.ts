import { expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { type Command, defineCommand, WrongUse } from './command.ts';
import { COMMANDS } from './commands.ts';
import { runRecorded } from './testing/run-recorded.ts';

const echo = defineCommand({
  name: 'story echo',
  summary: 'Say it back',
  usage: ['story echo WORD [--loud] [--times N]'],
  options: { loud: { help: 'in capitals' }, times: { value: 'N', help: 'so often' } },
  load:
    async () =>
    async ({ values, words, print, say }) => {
      if (words.length === 0) throw new WrongUse('Name a word.');
      if (words[0] === 'bad') throw new AppError('not_found', 'There is no such word. Choose another.');
      if (words[0] === 'worse') throw new TypeError('broken');
      say('saying it');
      await print(`${words.join(' ')} ${JSON.stringify(values)}\n`);
      return words[0] === 'half' ? 1 : undefined;
    },
});

const call = (args: string[], commands: readonly Command[] = [echo]) => runRecorded(commands, args);

test('a command of two words gets its words and options', async () => {
  expect(await call(['story', 'echo', 'hi', '--times', '2', '--loud'])).toEqual({
    code: 0,
    out: 'hi {"times":"2","loud":true}\n',
    talk: 'saying it\n',
  });
});

test('a command that says it failed exits with 1', async () => {
  expect((await call(['story', 'echo', 'half'])).code).toBe(1);
});

test('an error meant for people is its sentence alone', async () => {
  expect(await call(['story', 'echo', 'bad'])).toEqual({
    code: 1,
    out: '',
    talk: 'There is no such word. Choose another.\n',
  });
});

test('an error that nobody expected shows where it came from', async () => {
  const { code, talk } = await call(['story', 'echo', 'worse']);
  expect(code).toBe(1);
  expect(talk).toMatch(/TypeError: broken\n +at /);
});

test.each([
  [['story', 'echo'], /^Name a word\.\nSee: dateline story echo --help\n$/],
  [['story', 'echo', 'hi', '--lout'], /Unknown option '--lout'/],
  [['story', 'echo', 'hi', '--times'], /--times/],
  [['story', 'ecko'], /"story" goes with a second word: story echo\./],
  [['storyecho'], /Did you mean story echo\?/],
  [['xyzzyplugh'], /dateline --help lists what there is/],
  [[], /Usage: dateline COMMAND/],
])('%j is wrong use: exit code 2, nothing on stdout', async (args, talk) => {
  expect(await call(args)).toEqual({ code: 2, out: '', talk: expect.stringMatching(talk) });
});

test.each([[['--help']], [['help']], [['-h']]])('%j lists every command', async (args) => {
  const { code, out } = await call(args, COMMANDS);
  expect(code).toBe(0);
  for (const { name } of COMMANDS) expect(out).toContain(`  ${name} `);
});

test.each(COMMANDS.map((command) => [command.name, command] as const))(
  'dateline %s --help tells its use',
  async (name, command) => {
    const { code, out, talk } = await call([...name.split(' '), '--help'], COMMANDS);
    expect({ code, talk }).toEqual({ code: 0, talk: '' });
    for (const line of command.usage) expect(out).toContain(`dateline ${line}`);
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
  },
);

test('--help after -- is a word like any other', async () => {
  expect((await call(['story', 'echo', '--', '--help'])).out).toBe('--help {}\n');
});
