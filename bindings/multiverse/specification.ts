/** The estimate of one specification, in the numbers that a multiverse compares. */
import type { Table } from '../data/index.js';
import type { DpdFitted } from '../models/dpd/index.js';
import type { DpdModel } from '../models/dpd/model.js';
import type { FitResult } from '../models/fit-result.js';
import { attempt, type Failure } from './failures.js';
import { pValuesOf } from './p-values.js';

/** Estimate each of several models on the same data. */
export interface SpecificationTask {
  readonly kind: 'specifications';
  readonly models: readonly DpdModel[];
  readonly table: Table;
  readonly coefficient: string;
}

/** p-values are null where the test does not exist. */
export interface Estimate {
  readonly estimate: number;
  readonly stdError: number;
  readonly pValue: number;
  readonly confInt: readonly [number, number];
  readonly nobs: number;
  readonly units: number;
  /** Rank of the instruments, and that for each unit. */
  readonly instruments: number;
  readonly instrumentsPerUnit: number;
  readonly hansen: number | null;
  readonly ar2: number | null;
  /** Difference-in-Hansen test of the GMM-style instruments of the level equation. */
  readonly levelHansen: number | null;
}

/** Estimates one specification; an error that belongs to it is the outcome. */
export function estimateSpecification(
  fit: (model: DpdModel) => DpdFitted,
  model: DpdModel,
  coefficient: string,
): Estimate | Failure {
  return attempt(() => estimateOf(fit(model).result, coefficient));
}

/** The comparable numbers of a result. */
function estimateOf(fit: FitResult, coefficient: string): Estimate | Failure {
  const { params, stdErrors, pValues, confInt, tests } = fit;
  const estimate = params[coefficient];
  if (estimate === undefined) {
    const message = `there is no coefficient ${coefficient} in this specification`;
    return { code: 'no-coefficient', message };
  }
  const units = fit.ngroups!;
  const instruments = fit.rankInstruments!;
  const { hansen, ar2, levelHansen } = pValuesOf(tests);
  return {
    estimate,
    stdError: stdErrors[coefficient]!,
    pValue: pValues[coefficient]!,
    confInt: confInt[coefficient]!,
    nobs: fit.nobs,
    units,
    instruments,
    instrumentsPerUnit: instruments / units,
    hansen,
    ar2,
    levelHansen,
  };
}
