/** Weights of a Stata command. */
import type { ModelInput } from '../../models/model.js';
import type { Weights } from '../../models/linear/model/model.js';
import { stataValue } from '../filters/stata.js';
import { accept, failure, type Reader } from '../reader.js';
import { weightKeys } from '../static/weights.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

const types = { aweights: 'analytic', fweights: 'frequency', pweights: 'probability' } as const;

/** Reads `[aw=emp]`; undefined without a bracket. */
export function readWeights(reader: Reader): Weights | undefined {
  const bracket = accept(reader, /\[\s*([a-z]+)\s*=\s*([\p{L}_][\p{L}\p{N}_]*)\s*\]/iu);
  if (bracket === undefined) return undefined;
  const [whole, word, column] = bracket;
  return { column: column!, type: typeOf(word!, reader, reader.position - whole.length) };
}

/** The same, with an expression such as `[aw=1/v]`, which becomes a column that the model builds. */
export function readBuiltWeights(
  reader: Reader,
): Pick<ModelInput, 'weights' | 'build'> | undefined {
  const plain = readWeights(reader);
  if (plain !== undefined) return { weights: plain };
  const { position } = reader;
  const bracket = accept(reader, /\[\s*([a-z]+)\s*=\s*([^\]]+)\]/i);
  if (bracket === undefined) return undefined;
  const type = typeOf(bracket[1]!, reader, position);
  const from = reader.position - bracket[2]!.length - 1;
  const place = { text: reader.text, position: from, end: reader.position - 1 };
  const keys = weightKeys(stataValue({ ...place }), 'analytic', undefined, place);
  return { ...keys, weights: { column: keys.weights!.column, type } };
}

function typeOf(word: string, reader: Reader, start: number): Weights['type'] {
  const known = Object.keys(types) as (keyof typeof types)[];
  const lower = word.toLowerCase();
  const name = lower.length > 1 ? known.find((one) => one.startsWith(lower)) : undefined;
  if (name !== undefined) return types[name];
  throw failure(reader, commandProblem['weight-kind']({ word }), start);
}
