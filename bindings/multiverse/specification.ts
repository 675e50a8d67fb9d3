/** The estimate of one specification, in the numbers that a multiverse compares. */
import type { Engine } from '../core/engine.js';
import { EconError } from '../core/errors.js';
import type { Table } from '../data/index.js';
import { dpdEstimator } from '../models/dpd/index.js';
import type { DpdModel } from '../models/dpd/model.js';
import type { FitResult } from '../models/fit-result.js';
import type { Failure } from './grid.js';

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
  engine: Engine,
  model: DpdModel,
  table: Table,
  coefficient: string,
): Estimate | Failure {
  try {
    return estimateOf(dpdEstimator.fit(engine, model, table).result, coefficient);
  } catch (error) {
    if (error instanceof EconError) return { code: error.code, message: error.message };
    throw error;
  }
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
  const level = tests.diffHansen?.find(({ group }) => group === 'gmm instruments for levels');
  return {
    estimate,
    stdError: stdErrors[coefficient]!,
    pValue: pValues[coefficient]!,
    confInt: confInt[coefficient]!,
    nobs: fit.nobs,
    units,
    instruments,
    instrumentsPerUnit: instruments / units,
    hansen: tests.hansen?.pValue ?? null,
    ar2: tests.ar?.find(({ order }) => order === 2)?.pValue ?? null,
    levelHansen: level?.difference.pValue ?? null,
  };
}
