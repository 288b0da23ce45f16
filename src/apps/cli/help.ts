import type { Command } from './command.ts';

const table = (rows: (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
};

/** The list of all commands. */
export function toOverview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => [name, summary] as const);
  return `Dateline, an online newspaper in one program.

Usage: dateline COMMAND [ARGUMENTS]

${table(rows)}

dateline COMMAND --help tells how to use one.
`;
}

/** How to use one command. */
export function toHelp(command: Command): string {
  const usage = command.usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}dateline ${line}`);
  const rows = [
    ...Object.entries(command.options).map(
      ([name, { value, help }]) => [`--${name}${value ? ` ${value}` : ''}`, help] as const,
    ),
    ['--help', 'show this'] as const,
  ];
  const notes = command.notes ? `\n${command.notes.trim()}\n` : '';
  return `${command.summary}\n\n${usage.join('\n')}\n\n${table(rows)}\n${notes}`;
}
