/** Weights of a Stata command. */
import { accept, failure, type Reader } from '../reader.js';

/** Reads `[aw=emp]`; undefined without a bracket. */
export function readWeights(reader: Reader) {
  const bracket = accept(reader, /\[\s*([a-z]+)\s*=\s*([\p{L}_][\p{L}\p{N}_]*)\s*\]/iu);
  if (bracket === undefined) return undefined;
  const [whole, word, column] = bracket;
  const types = { aweights: 'analytic', fweights: 'frequency', pweights: 'probability' } as const;
  const known = Object.keys(types) as (keyof typeof types)[];
  const lower = word!.toLowerCase();
  const type = lower.length > 1 ? known.find((name) => name.startsWith(lower)) : undefined;
  if (type !== undefined) return { column: column!, type: types[type] };
  const start = reader.position - whole.length;
  throw failure(reader, `expected aweight, fweight or pweight, found "${word!}"`, start);
}
