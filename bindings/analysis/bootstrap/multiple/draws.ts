/** Studentised statistics of coefficients in the replicates of a bootstrap. */
import { ReplicateStatus } from '../../../generated/codes.js';
import type { FitResult } from '../../../results/fit.js';
import type { Replicates } from '../replicates.js';
import { stdErrorName } from '../summary/statistics.js';

/**
 * |t*| of a coefficient in each replicate under its null: |b* - b| / se*, or, for wild replicates, their statistic at
 * the tested value; NaN if a replicate failed. Undefined if the replicates have no standard errors.
 */
export function absoluteT(
  fit: FitResult,
  replicates: Replicates,
  name: string,
): Float64Array | undefined {
  const names = Object.keys(fit.params);
  const place = names.indexOf(name);
  const read = readerOf(fit, replicates, name, place, names.length);
  if (read === undefined) return undefined;
  const { completed, width, values, statuses } = replicates;
  return Float64Array.from({ length: completed }, (_, r) =>
    (statuses[r]! & ReplicateStatus.bits) === 0 ? Math.abs(read(values, r * width)) : NaN,
  );
}

type Reader = (values: Float64Array, start: number) => number;

function readerOf(
  { params, stdErrors }: FitResult,
  { statistics }: Replicates,
  name: string,
  place: number,
  ncoefficients: number,
): Reader | undefined {
  const estimate = params[name]!;
  const column = (statistic: string) => {
    const index = statistics.indexOf(statistic);
    return index < 0 ? undefined : ncoefficients + index;
  };
  const error = column(stdErrorName(name));
  if (error !== undefined) {
    return (values, start) => (values[start + place]! - estimate) / values[start + error]!;
  }
  const [n0, n1, d0, d1, d2] = ['n0', 'n1', 'd0', 'd1', 'd2'].map((part) =>
    column(`${part}(${name})`),
  );
  if (n0 === undefined || d0 === undefined) return undefined;
  const part = (values: Float64Array, start: number, index: number | undefined) =>
    index === undefined ? 0 : values[start + index]!;
  return (values, start) => {
    const numerator = part(values, start, n0) + estimate * part(values, start, n1);
    const square =
      part(values, start, d0) +
      estimate * (part(values, start, d1) + estimate * part(values, start, d2));
    return numerator / Math.sqrt(Math.max(0, square)) / stdErrors[name]!;
  };
}
