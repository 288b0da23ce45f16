import type { Footing, Voice } from '#features/articles/articles.ts';
import type { Language } from '#ui/words.ts';
import { recordWords } from './record-words.ts';

/** One line of the Sources box: how many speak on one footing, and who, with the page about them where there is one. */
export type SourceLine = { count: string; who: { text: string; href?: string }[] };

const FOOTINGS: readonly Footing[] = ['named', 'anonymous', 'organisation', 'document'];

/** The voices of a text by their footing, in plain words; what names nobody is set in quotation marks, as the text says it. */
export function toSourceLines(
  voices: readonly Voice[],
  language: Language,
  pages: ReadonlyMap<string, string> = new Map(),
): SourceLine[] {
  const words = recordWords(language).voices;
  return FOOTINGS.flatMap((footing) => {
    const those = voices.filter((voice) => voice.footing === footing);
    return those.length === 0
      ? []
      : [{ count: words[footing](those.length), who: those.map((voice) => toWho(voice, pages)) }];
  });
}

function toWho(voice: Voice, pages: ReadonlyMap<string, string>): SourceLine['who'][number] {
  const href = voice.footing === 'named' ? pages.get(voice.name) : undefined;
  return { text: toName(voice), ...(href !== undefined && { href }) };
}

const toName = ({ footing, name, role }: Voice): string =>
  footing === 'anonymous' ? `“${name}”` : role ? `${name}, ${role}` : name.replace(/^the\s+/i, 'the ');
