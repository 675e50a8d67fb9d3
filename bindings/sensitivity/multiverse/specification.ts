/** The estimate of one specification: the numbers that a multiverse compares. */
import { bootstrapInWorker } from '../../bootstrap/in-worker.js';
import type { Engine } from '../../core/engine.js';
import { omittedReason, type Table } from '../../data/index.js';
import { buildDesign, type DpdSample } from '../../models/dpd/design/design.js';
import { type DpdFitted, dpdFits } from '../../models/dpd/index.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import type { SpecificationBootstrap } from '../../models/dpd/model/multiverse.js';
import type { FitResult } from '../../results/fit.js';
import { attempt, type Failure, isFailure } from '../../jobs/failures.js';
import { jobStudy } from '../../jobs/study.js';
import { pValuesOf } from '../../results/p-values.js';
import type { Warning } from '../../results/common.js';

/** Estimate each of several models on the same data. */
export interface SpecificationTask {
  readonly kind: 'specifications';
  readonly models: readonly DpdModel[];
  readonly table: Table;
  readonly coefficient: string;
}

/** Estimate and bootstrap each of several models on the same data. */
export interface BootstrapsTask extends Omit<SpecificationTask, 'kind'> {
  readonly kind: 'bootstraps';
  readonly bootstrap: SpecificationBootstrap;
}

/** The bootstrap of the coefficient, equal to `bootstrap` of the single fit. */
export interface BootstrapEstimate {
  readonly stdError: number;
  readonly monteCarloError: number;
  readonly pValue: number;
  /** null if the interval does not exist; `warnings` give the reason. */
  readonly confInt: readonly [number, number] | null;
  readonly failed: number;
  readonly warnings: readonly Warning[];
}

/** p-values are null if the test does not exist. */
export interface Estimate {
  readonly estimate: number;
  readonly stdError: number;
  readonly pValue: number;
  readonly confInt: readonly [number, number];
  readonly nobs: number;
  readonly units: number;
  /** Rank of the instruments, and rank per unit. */
  readonly instruments: number;
  readonly instrumentsPerUnit: number;
  readonly hansen: number | null;
  readonly ar2: number | null;
  /** Difference-in-Hansen test of the GMM-style instruments of the level equation. */
  readonly levelHansen: number | null;
  /** With `bootstrap`: its estimate, or the reason why there is none. */
  readonly bootstrap?: BootstrapEstimate | Failure;
}

/** The interval that decides significance: with `bootstrap`, the bootstrap interval. */
export function intervalOf({ confInt, bootstrap }: Estimate): readonly [number, number] | null {
  if (bootstrap === undefined) return confInt;
  return isFailure(bootstrap) ? null : bootstrap.confInt;
}

/** Estimates one specification; if that fails, the outcome is the failure. */
function estimateSpecification(
  fit: (model: DpdModel) => DpdFitted,
  model: DpdModel,
  coefficient: string,
): Estimate | Failure {
  return attempt(() => estimateOf(fit(model).result, coefficient));
}

/** Estimates one specification and bootstraps it. If the bootstrap fails, the estimate is kept. */
function bootstrapSpecification(
  engine: Engine,
  fit: (model: DpdModel) => DpdFitted,
  model: DpdModel,
  { coefficient, bootstrap }: BootstrapsTask,
): Estimate | Failure {
  return attempt(() => {
    const fitted = fit(model);
    const estimate = estimateOf(fitted.result, coefficient);
    if (isFailure(estimate)) return estimate;
    const replicates = attempt(() => replicated(engine, fitted, coefficient, bootstrap));
    return { ...estimate, bootstrap: replicates };
  });
}

function replicated(
  engine: Engine,
  fitted: DpdFitted,
  coefficient: string,
  { ci, ...options }: SpecificationBootstrap,
): BootstrapEstimate {
  const summary = bootstrapInWorker(engine, fitted, { ...options, ci: [ci] });
  const interval = summary.confInt[ci]![coefficient]!;
  return {
    stdError: summary.stdErrors[coefficient]!,
    monteCarloError: summary.monteCarloError[coefficient]!,
    pValue: summary.pValues[coefficient]!,
    confInt: interval.every(Number.isFinite) ? interval : null,
    failed: summary.failed,
    warnings: summary.warnings,
  };
}

/** The comparable numbers of a result. */
function estimateOf(fit: FitResult, coefficient: string): Estimate | Failure {
  const { params, stdErrors, pValues, confInt, tests } = fit;
  const estimate = params[coefficient];
  if (estimate === undefined) {
    const gone = fit.omitted?.find(({ name }) => name === coefficient);
    const reason = gone === undefined ? '' : `, as it is ${omittedReason(gone)}`;
    const message = `the specification has no coefficient ${coefficient}${reason}`;
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

export const specificationStudy = jobStudy<SpecificationTask, Estimate>({
  kind: 'specifications',
  jobsPerWorker: 80,
  first: 4,
  smallest: 4,
  jobOf(engine, { models, table, coefficient }) {
    const fit = dpdFits(engine, table, sharingDesign());
    return (number) => estimateSpecification(fit, models[number]!, coefficient);
  },
});

export const specificationBootstrapStudy = jobStudy<BootstrapsTask, Estimate>({
  kind: 'bootstraps',
  jobsPerWorker: 1,
  first: 1,
  smallest: 1,
  jobOf(engine, task) {
    const fit = dpdFits(engine, task.table, sharingDesign());
    return (number) => bootstrapSpecification(engine, fit, task.models[number]!, task);
  },
});

/**
 * `buildDesign` on one table. It keeps the last design, because consecutive specifications often share it: they differ
 * only in steps, one-step weight or type of covariance. For 576 specifications of the employment model, six per design,
 * sharing saves 9% of the time (minimum of 20 rounds).
 */
function sharingDesign(): typeof buildDesign {
  let last: { readonly key: string; readonly sample: DpdSample } | undefined;
  return (model, data, math, without = []) => {
    const key = keyOf(model, without);
    if (last?.key !== key) {
      last = { key, sample: buildDesign(model, data, math, without) };
    }
    const { sample } = last;
    return { ...sample, design: { ...sample.design, h: model.h } };
  };
}

/** Equal for models whose designs differ in `h` only. */
function keyOf(model: DpdModel, without: readonly string[]): string {
  const { cluster } = model.vcov;
  return JSON.stringify([{ ...model, steps: 0, h: 0, vcov: { cluster } }, without]);
}
