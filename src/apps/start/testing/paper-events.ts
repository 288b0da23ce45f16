import fc from 'fast-check';

/** The second waits for the desk, the fourth is the Korean translation of the first. */
export const STORIES = [
  { edition: 'en', source: 'publishing', section: 'world' },
  { edition: 'en', source: 'waiting', section: 'world' },
  { edition: 'en', source: 'publishing', section: 'economy' },
  { edition: 'ko', source: 'publishing', section: 'world', translationOf: 0 },
] as const;

const story = fc.nat({ max: STORIES.length - 1 });
export const EMBARGOES = {
  none: undefined,
  past: '2020-01-01T00:00:00Z',
  future: '2199-01-01T00:00:00Z',
  open: 'indefinite',
};

const wireEvent = fc.record({
  kind: fc.constant('wire' as const),
  story,
  /** From the last version; what is not above it comes late or again. */
  step: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.constantFrom(3, 0, -1)),
  pubstatus: fc.oneof(
    { weight: 6, arbitrary: fc.constant('usable' as const) },
    { weight: 2, arbitrary: fc.constant('withheld' as const) },
    fc.constant('canceled' as const),
  ),
  embargo: fc.oneof(
    { weight: 5, arbitrary: fc.constant('none' as const) },
    fc.constantFrom('past' as const, 'future' as const, 'open' as const),
  ),
  picture: fc.boolean(),
});
const deskEvent = fc.record({
  kind: fc.constantFrom(
    'hold' as const,
    'publish' as const,
    'kill' as const,
    'retract' as const,
    'move' as const,
  ),
  story,
});
const renameEvent = fc.record({ kind: fc.constant('rename' as const), edition: fc.constantFrom('en', 'ko') });
/** Anything that can happen to the stories of the test: a message of the wire, an order of the desk, a section renamed. */
export const anyEvent = fc.oneof(
  { weight: 6, arbitrary: wireEvent },
  { weight: 3, arbitrary: deskEvent },
  renameEvent,
);
export type PaperEvent = typeof anyEvent extends fc.Arbitrary<infer Event> ? Event : never;
