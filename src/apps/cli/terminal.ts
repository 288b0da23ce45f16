import { once } from 'node:events';
import type { Terminal } from './command.ts';

/** A reader that left early (`| head`) has what it wanted: that is no failure of ours. */
function endQuietlyWhenReaderLeaves(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** The terminal of this process. */
export function openTerminal(): Terminal {
  endQuietlyWhenReaderLeaves(process.stdout);
  process.stderr.on('error', () => {});
  return {
    print: async (result) => {
      if (!process.stdout.write(result)) await once(process.stdout, 'drain');
    },
    say: (sentence) => void process.stderr.write(`${sentence}\n`),
  };
}
