import { checkKeys } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import { requireContext } from '../../../models/context.js';
import { linearOf } from '../../../models/fitted-model.js';
import { effectsOf } from '../../../models/linear/model/effects.js';
import { checkUnchanged } from '../../../models/refits/unchanged.js';
import type { FitResult } from '../../../results/fit.js';
import type { Columns } from '../../../results/postestimation/columns.js';
import { levelsApart, noEffects } from '../../../words/errors/analysis/postestimation.js';
import { columnsOfEffects, labels } from '../rows/effect-levels.js';
import { levelEffects } from './by-level.js';
import { decompose } from './linear.js';

/**
 * The absorbed effects of a fit as columns, a row for each level: `effect`, `level`, `estimate`, `rows` and `set`. In
 * each row of the data they add up to the outcome minus x'b, with its constant, minus the residual. The data identify
 * differences within a set only. Effects after the first have mean 0 over the rows of each connected set of their levels
 * and those of the first.
 *
 * @throws InputError `bad-value` for a fit without absorbed effects, `result-without-data`, `data-changed`
 */
export async function fixedEffects(fit: FitResult, options: LocalOptions = {}): Promise<Columns> {
  checkKeys('fixedEffects', localSchemas, options);
  const context = requireContext('fixedEffects', fit);
  checkUnchanged('fixedEffects', context);
  return inOnePiece(options, () => {
    const linear = linearOf(context);
    const { effect, groupings, sample } = linear
      ? decompose(linear, fit)
      : { effect: undefined, groupings: [], sample: undefined };
    if (!linear || !effect || !sample || effectsOf(linear.model).partial)
      throw new InputError(noEffects({ found: fit.estimator }), 'fixedEffects');
    const solved = levelEffects(groupings, effect);
    if (solved === undefined) throw new InputError(levelsApart(), 'fixedEffects');
    const names = columnsOfEffects(linear).map((columns) => labels(sample.table, columns));
    const parts = groupings.map(({ name, codes, count }, g) => {
      const rows = new Float64Array(count);
      const level = new Array<string>(count);
      codes.forEach((code, i) => {
        level[code] ??= names[g]![sample.rows[i]!]!;
        rows[code]!++;
      });
      const { values, sets } = solved[g]!;
      return { effect: level.map(() => name), level, estimate: values, rows, set: sets };
    });
    const numbers = (lists: readonly ArrayLike<number>[]) =>
      Float64Array.from(lists.flatMap((list) => Array.from(list)));
    return Promise.resolve({
      effect: parts.flatMap(({ effect: name }) => name),
      level: parts.flatMap(({ level }) => level),
      estimate: numbers(parts.map(({ estimate }) => estimate)),
      rows: numbers(parts.map(({ rows }) => rows)),
      set: numbers(parts.map(({ set }) => set)).map((set) => set + 1),
    });
  });
}
