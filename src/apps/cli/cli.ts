import { COMMANDS } from './commands.ts';
import { runCli } from './run-cli.ts';
import { openTerminal } from './terminal.ts';

process.exitCode = await runCli(COMMANDS, process.argv.slice(2), openTerminal());
