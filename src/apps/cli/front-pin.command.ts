import { defineCommand } from './command.ts';

export const frontPinOptions = {
  container: { value: 'N', help: 'which container, counted from the lead, which is 0 (0)' },
  slot: { value: 'N', help: 'which place in it, from 0 (0)' },
  for: { value: 'TIME', help: 'how long, such as 6h or 2d; else until it is unpinned' },
} as const;

export const frontPinCommand = defineCommand({
  name: 'front pin',
  summary: 'Put a published story into a place on the front, ahead of the automatic ones',
  usage: ['front pin STORY [--container N] [--slot N] [--for TIME]'],
  options: frontPinOptions,
  load: async () => (await import('./front-pin.ts')).frontPin,
});

export const frontUnpinCommand = defineCommand({
  name: 'front unpin',
  summary: 'Give a pinned place on the front back',
  usage: ['front unpin STORY'],
  options: {},
  load: async () => (await import('./front-pin.ts')).frontUnpin,
});
