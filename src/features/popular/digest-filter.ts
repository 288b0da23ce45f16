/** Remembers digests without keeping them: a Bloom filter (CACM 13(7), 1970) of a fixed size. */
export type DigestFilter = {
  /** May be true of a digest that was never added (about one in a hundred when full), never false of one that was. */
  readonly has: (digest: Buffer) => boolean;
  readonly add: (digest: Buffer) => void;
  readonly isFull: () => boolean;
  readonly clear: () => void;
};

/** Places per digest: as many 32-bit words of it. Best for 1 % are 7 at 9.6 bits each. */
const PLACES = 7;
const BITS_EACH = 10;

/** A filter of `2 ** exponent` bits, from 10 to 32; digests must be at least 28 bytes of evenly spread bits. */
export function createDigestFilter(exponent: number): DigestFilter {
  const bytes = new Uint8Array(2 ** (exponent - 3));
  const shift = 32 - exponent;
  const capacity = 2 ** exponent / BITS_EACH;
  let added = 0;
  const placeOf = (digest: Buffer, index: number): number => digest.readUInt32LE(index * 4) >>> shift;
  return {
    has: (digest) => {
      for (let index = 0; index < PLACES; index += 1) {
        const place = placeOf(digest, index);
        if (((bytes[place >>> 3] ?? 0) & (1 << (place & 7))) === 0) return false;
      }
      return true;
    },
    add: (digest) => {
      added += 1;
      for (let index = 0; index < PLACES; index += 1) {
        const place = placeOf(digest, index);
        bytes[place >>> 3] = (bytes[place >>> 3] ?? 0) | (1 << (place & 7));
      }
    },
    isFull: () => added >= capacity,
    clear: () => {
      added = 0;
      bytes.fill(0);
    },
  };
}
