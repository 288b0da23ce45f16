/** An option of a command: `value` names what follows it (`--as FORMAT`), `many` times perhaps; without one it is a switch. */
export type Option = { value?: string; many?: true; help: string };
export type OptionTable = Record<string, Option>;

/** Switches are booleans, options with a value are strings; what was not given is absent. */
export type OptionValues<O extends OptionTable> = {
  [Name in keyof O]?: O[Name] extends { value: string; many: true }
    ? string[]
    : O[Name] extends { value: string }
      ? string
      : boolean;
};

/** What a command writes to: results and talk never share a stream. */
export type Terminal = {
  /** Results, to stdout; waits while the reader at the other end is slow. */
  print: (result: string | Uint8Array) => Promise<void>;
  /** Talk, to stderr: one sentence, one line. */
  say: (sentence: string) => void;
};

export type Call<O extends OptionTable> = Terminal & { values: OptionValues<O>; words: string[] };

/** Settles when the command is done, with 1 where it failed without an error worth throwing. */
export type RunCommand<O extends OptionTable> = (call: Call<O>) => Promise<number | undefined>;

export type Command<O extends OptionTable = OptionTable> = {
  /** One word or two (`story list`). */
  name: string;
  /** One line for the list of commands, without a full stop. */
  summary: string;
  /** What comes after `dateline`, one line per way to use it. */
  usage: string[];
  options: O;
  /** Longer explanation under the options, where one is needed. */
  notes?: string;
  /** Loads the code of the command, which nothing else may do: a command pays only for what it uses. */
  load: () => Promise<RunCommand<O>>;
};

/** Thrown for wrong use: the sentence, a pointer to the command's help, exit code 2. */
export class WrongUse extends Error {}

/** Keeps the types of a command's options together with its code. */
export const defineCommand = <const O extends OptionTable>(command: Command<O>): Command =>
  command as Command;
