/** Whether indicators share enough for one index. */
import type { Engine } from '../../core/engine/engine.js';
import { chi2Test } from '../../core/numerics/inference.js';
import { adequacy, type Columns, components } from './kernels.js';

export const byName = <T>(names: readonly string[], read: (place: number) => T) =>
  Object.fromEntries(names.map((name, place) => [name, read(place)]));

/** The measure of Kaiser, Meyer and Olkin and Bartlett's test, or why there are none. */
export function adequacyOf(engine: Engine, names: readonly string[], columns: Columns) {
  const n = columns[0]!.length;
  const k = columns.length;
  const measures = n > k ? adequacy(engine, components(engine, columns, true).columns) : undefined;
  if (measures === undefined) {
    const reason =
      n > k
        ? 'the correlations are singular: an indicator is a combination of others'
        : `the correlations of ${k} columns in ${n} rows are singular`;
    return { kmo: null, kmoByColumn: null, bartlett: null, reason };
  }
  const stat = -(n - 1 - (2 * k + 5) / 6) * measures.logDeterminant;
  return {
    kmo: measures.overall,
    kmoByColumn: byName(names, (j) => measures.byColumn[j]!),
    bartlett: chi2Test(engine, stat, (k * (k - 1)) / 2),
  };
}
