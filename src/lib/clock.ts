/** The one place that asks the machine for the time; everything else is told. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** Milliseconds on a clock that never jumps, for measuring durations. */
export const monotonicMs = (): number => performance.now();
