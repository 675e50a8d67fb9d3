/** Weights that a command computes, such as `1 / w`: a column that the model builds. */
import type { ModelInput } from '../../models/model.js';
import { type Derived, meaningOf } from '../derived.js';
import { columnsOfOperand, type Operand, renamedOperand } from '../filters/filter.js';
import { expressionOf } from '../filters/write.js';
import { failure, type Reader } from '../reader.js';
import { scriptProblem } from '../../words/errors/interchange/scripts.js';

/** The name of the column that a model builds. */
const built = '_weight';

/** The keys `weights` and `build` of a model. @throws InputError `command-syntax` for a column that is not translated */
export function weightKeys(
  weights: Operand,
  type: 'analytic' | 'frequency',
  derived: Derived | undefined,
  place: Reader,
): Pick<ModelInput, 'weights' | 'build'> {
  if (weights.kind === 'column') return { weights: { column: weights.name, type } };
  const columns = columnsOfOperand(weights);
  if (columns.length === 0) throw failure(place, scriptProblem['weights-by-row']());
  const lacking = columns.find((name) => {
    const made = meaningOf(derived, name);
    return made !== undefined && made.same === undefined;
  });
  if (lacking !== undefined) {
    const problem = scriptProblem['made-weights']({
      column: lacking,
      line: meaningOf(derived, lacking)!.line,
    });
    throw failure(place, problem);
  }
  const renamed = renamedOperand(weights, (name) => meaningOf(derived, name)?.same ?? name);
  return { build: { [built]: expressionOf(renamed) }, weights: { column: built, type } };
}
