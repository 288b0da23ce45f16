import type { Command } from '../command.ts';
import { runCli } from '../run-cli.ts';

/** Runs a command line and records what it printed (`out`) and said (`talk`). */
export async function runRecorded(
  commands: readonly Command[],
  args: string[],
): Promise<{ code: number; out: string; talk: string }> {
  let out = '';
  let talk = '';
  const code = await runCli(commands, args, {
    print: async (result) => {
      out += String(result);
    },
    say: (sentence) => {
      talk += `${sentence}\n`;
    },
  });
  return { code, out, talk };
}
