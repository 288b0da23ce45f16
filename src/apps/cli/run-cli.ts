import { parseArgs } from 'node:util';
import { AppError } from '#lib/errors.ts';
import { findNearest } from '#lib/nearest.ts';
import { type Call, type Command, type OptionTable, type Terminal, WrongUse } from './command.ts';
import { toHelp, toOverview } from './help.ts';

export const DONE = 0;
export const FAILED = 1;
export const WRONG_USE = 2;

type Found = { command: Command; rest: string[] };

/** Commands have one word or two; the longer name wins. */
function findCommand(commands: readonly Command[], words: string[]): Found | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = words.length >= length ? commands.find((one) => one.name === name) : undefined;
    if (command) return { command, rest: words.slice(length) };
  }
  return undefined;
}

function unknownCommand(commands: readonly Command[], words: string[]): WrongUse {
  const [first = '', second = ''] = words;
  const family = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (family.length > 0) return new WrongUse(`"${first}" goes with a second word: ${family.join(', ')}.`);
  const names = commands.map(({ name }) => name);
  const nearest = findNearest(`${first} ${second}`.trim(), names) ?? findNearest(first, names);
  const hint = nearest ? `Did you mean ${nearest}?` : 'dateline --help lists what there is.';
  return new WrongUse(`There is no command "${first}". ${hint}`);
}

const asksForHelp = (words: string[]): boolean =>
  words
    .slice(0, words.includes('--') ? words.indexOf('--') : undefined)
    .some((word) => /^(--help|-h)$/.test(word));

function readCall(command: Command, rest: string[], terminal: Terminal): Call<OptionTable> {
  const options = Object.entries(command.options).map(
    ([name, { value, many = false }]) =>
      [name, { type: value ? ('string' as const) : ('boolean' as const), multiple: many }] as const,
  );
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: Object.fromEntries(options),
      allowPositionals: true,
    });
    return { ...terminal, values: values as Call<OptionTable>['values'], words: positionals };
  } catch (thrown) {
    throw new WrongUse(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

async function dispatch(commands: readonly Command[], args: string[], terminal: Terminal): Promise<number> {
  const [first] = args;
  if (first === undefined) {
    terminal.say(toOverview(commands).trimEnd());
    return WRONG_USE;
  }
  const help = asksForHelp(args);
  const words = args[0] === 'help' ? args.slice(1) : args;
  const found = findCommand(commands, words);
  if (help || args[0] === 'help') {
    const plain = words.filter((word) => !word.startsWith('-'));
    if (!found && plain.length > 0) throw unknownCommand(commands, plain);
    await terminal.print(found ? toHelp(found.command) : toOverview(commands));
    return DONE;
  }
  if (!found) throw unknownCommand(commands, words);
  const run = await found.command.load();
  try {
    return (await run(readCall(found.command, found.rest, terminal))) ?? DONE;
  } catch (thrown) {
    if (thrown instanceof WrongUse) thrown.message += `\nSee: dateline ${found.command.name} --help`;
    throw thrown;
  }
}

/**
 * Runs one command line.
 * @param args what comes after `dateline`.
 * @returns the exit code: 0 done, 1 failed, 2 wrong use. Never throws: what went wrong is said on the terminal.
 */
export async function runCli(
  commands: readonly Command[],
  args: string[],
  terminal: Terminal,
): Promise<number> {
  try {
    return await dispatch(commands, args, terminal);
  } catch (thrown) {
    if (thrown instanceof WrongUse) {
      terminal.say(thrown.message);
      return WRONG_USE;
    }
    const expected = thrown instanceof AppError;
    terminal.say(expected ? thrown.message : `Something went wrong that should not.\n${inspect(thrown)}`);
    return FAILED;
  }
}

const inspect = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
