import { toText } from '#document/to-text.ts';
import type { WireItem } from '#features/wire/wire.ts';
import { type FoldedTexts, foldTexts } from './fold-text.ts';
import { type ReadSubject, readSubjects } from './read-subjects.ts';

/** An item at the moment when rules are asked about it. */
export type RuledItem = {
  item: WireItem;
  sourceId: number;
  /** Whether the source's own setting lets its stories go out by themselves: what holds where no rule decides. */
  publish: boolean;
  /** Slugs of the sections of the edition that the item goes to. */
  sections: ReadonlySet<string>;
  at: Date;
};

/** What conditions look at; texts are folded when the first condition asks for them. */
export type Facts = RuledItem & {
  headline: () => FoldedTexts;
  slug: () => FoldedTexts;
  place: () => FoldedTexts;
  credit: () => FoldedTexts;
  text: () => FoldedTexts;
  subjects: () => ReadSubject[];
};

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** An item with its texts as words are looked for in them. */
export function toFacts(ruled: RuledItem): Facts {
  const { headline, slugline, abstract, body, located, event, credit, subject } = ruled.item;
  return {
    ...ruled,
    subjects: once(() => readSubjects(subject)),
    headline: once(() => foldTexts([headline])),
    slug: once(() => foldTexts([slugline])),
    place: once(() => foldTexts([located, event?.place])),
    credit: once(() => foldTexts([credit])),
    text: once(() => foldTexts([headline, slugline, abstract, toText(body)])),
  };
}
