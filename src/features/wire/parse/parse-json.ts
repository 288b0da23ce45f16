import { messageOf } from '#lib/errors.ts';
import { LIMITS, refuse } from './limits.ts';

/**
 * JSON from outside. Depth, number of values that hold others and length of strings are looked at before the text is
 * parsed: the engine's own parser would run out of memory on some of what fits a message. Throws `bad_input`.
 */
export function parseJson(text: string): unknown {
  checkShape(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`The message is not well-formed JSON: ${messageOf(error).slice(0, 200)}.`);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function checkShape(text: string): void {
  let depth = 0;
  let containers = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at + 1);
      if (end - at > LIMITS.characters)
        refuse(`The message holds a string of more than ${LIMITS.characters} characters.`);
      at = end;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      containers += 1;
      if (depth > LIMITS.jsonDepth) refuse(`The JSON nests values more than ${LIMITS.jsonDepth} deep.`);
      if (containers > LIMITS.jsonContainers)
        refuse(`The JSON has more than ${LIMITS.jsonContainers} lists and objects.`);
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
}

function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return text.length;
}
