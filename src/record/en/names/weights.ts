import { SIZE, type Weights } from './tagger.ts';
import file from './weights.json' with { type: 'json' };

let bytes: Weights | undefined;

/** The weights by which names are told, unpacked on first use; scripts/train-names.ts makes them. */
export function nameWeights(): Weights {
  if (bytes) return bytes;
  const binary = atob(file.weights);
  const weights = new Int8Array(SIZE);
  for (let at = 0; at < SIZE; at++) weights[at] = binary.charCodeAt(at);
  bytes = weights;
  return weights;
}
