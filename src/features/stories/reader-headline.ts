import { readChainMark } from './folding/chain-mark.ts';

/** A headline as readers see it: without the marks that tell desks which take it is. They stay on the wire item. */
export const readerHeadline = (headline: string): string => readChainMark(headline).plain;
