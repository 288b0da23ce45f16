import { backupCommand } from './backup.command.ts';
import { BRIEFING_COMMANDS } from './briefing.command.ts';
import type { Command } from './command.ts';
import { DIARY_COMMANDS } from './diary.command.ts';
import { editionSetCommand } from './edition-set.command.ts';
import { frontPinCommand, frontUnpinCommand } from './front-pin.command.ts';
import { IMPORT_COMMANDS } from './import.command.ts';
import { parseCommand } from './parse.command.ts';
import { PARTNER_COMMANDS } from './partner.command.ts';
import { PERSON_COMMANDS } from './person.command.ts';
import { popularReplayCommand } from './popular-replay.command.ts';
import { readCommand } from './read.command.ts';
import { RECORD_COMMANDS } from './record.command.ts';
import { restoreCommand } from './restore.command.ts';
import { RULE_COMMANDS } from './rule.command.ts';
import { sectionSetCommand } from './section-set.command.ts';
import { startCommand } from './start.command.ts';
import { storyHoldCommand } from './story-hold.command.ts';
import { storyKillCommand } from './story-kill.command.ts';
import { storyListCommand } from './story-list.command.ts';
import { storyPublishCommand } from './story-publish.command.ts';
import { storyShowCommand } from './story-show.command.ts';
import { SUBJECT_COMMANDS } from './subject.command.ts';
import { wireAddCommand } from './wire-add.command.ts';
import { wireListCommand } from './wire-list.command.ts';
import { wireMessageCommand } from './wire-message.command.ts';
import { wirePollCommand } from './wire-poll.command.ts';
import { wireRemoveCommand } from './wire-remove.command.ts';

/** Every command, in the order of `dateline --help`. */
export const COMMANDS: readonly Command[] = [
  startCommand,
  parseCommand,
  readCommand,
  wireAddCommand,
  wireListCommand,
  wireMessageCommand,
  wirePollCommand,
  wireRemoveCommand,
  ...RULE_COMMANDS,
  storyListCommand,
  storyShowCommand,
  storyPublishCommand,
  storyHoldCommand,
  storyKillCommand,
  ...RECORD_COMMANDS,
  editionSetCommand,
  sectionSetCommand,
  ...SUBJECT_COMMANDS,
  frontPinCommand,
  frontUnpinCommand,
  ...BRIEFING_COMMANDS,
  ...DIARY_COMMANDS,
  ...PERSON_COMMANDS,
  ...IMPORT_COMMANDS,
  ...PARTNER_COMMANDS,
  popularReplayCommand,
  backupCommand,
  restoreCommand,
];
