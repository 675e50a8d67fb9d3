import { anyEngine } from '../../core/engine/instances/any-engine.js';
import { withScratch } from '../../core/engine/instances/scratch.js';
import type { OlsResult } from '../../models/ols/model.js';
import { fitOlsRows } from '../../models/ols/rows.js';
import { type Columns, columnsOf, namesOf, type Vector, vectorOf } from './arrays.js';
import { type ArrayRegression, regressionOf } from './result.js';
import type { Clustered, Noted } from './calls.js';
import { type ArrayOptions, typesOfArrays, sampleOf, settingsOf } from './sample.js';

const kind = { small: true, types: typesOfArrays() };

/**
 * Ordinary or weighted least squares of y on the columns of X, bit for bit as with the formula `y ~ x1 + x2`.
 *
 * @param y - n numbers
 * @param x - n x k: a matrix, a list of columns, or one column
 * @throws InputError `shape-mismatch`, `non-finite-input`, `bad-value`; IdentificationError `rank-deficient` with
 *   `collinear: 'error'`, `no-degrees-of-freedom`, `too-few-clusters`; EngineError `not-ready`
 */
export function ols<const Name extends string = string, const Written extends object = object>(
  y: Vector,
  x: Columns,
  options: ArrayOptions<Name> & Noted<Written> & Clustered<Written> = {} as never,
): ArrayRegression<OlsResult<Name>> {
  const engine = anyEngine('ols');
  const settings = settingsOf('ols', options, kind);
  return withScratch(engine, (take) => {
    const outcome = vectorOf('ols', 'y', y, undefined, take);
    const columns = columnsOf('ols', 'x', x, outcome.length, take);
    const names = namesOf('ols', options.names, 'x', columns.length);
    const given = { y: outcome, x: columns, names, before: names.length };
    const sample = sampleOf('ols', given, options, settings);
    const { result, estimate } = fitOlsRows(engine, settings, sample);
    return regressionOf(result, sample.names, outcome, estimate.residuals);
  });
}
