import { defineCommand } from './command.ts';

export const storyPublishOptions = {
  kind: {
    value: 'KIND',
    help: 'say what a later version is: update, correction, clarification or retraction',
  },
  note: { value: 'TEXT', help: 'to readers: what was wrong and what is right' },
  anyway: { help: 'publish although the provider withholds it' },
} as const;

export const storyPublishCommand = defineCommand({
  name: 'story publish',
  summary: 'Publish a story as it stands, or its next version',
  usage: ['story publish STORY [--kind KIND] [--note TEXT] [--anyway]'],
  options: storyPublishOptions,
  notes: 'Prints the address. Without --kind a comparison of the texts tells an update from a correction.',
  load: async () => (await import('./story-publish.ts')).storyPublish,
});
