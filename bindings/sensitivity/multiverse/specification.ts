/** The estimate of one specification, in the numbers that a multiverse compares. */
import { bootstrapInWorker } from '../../bootstrap/in-worker.js';
import type { Engine } from '../../core/engine.js';
import type { Table } from '../../data/index.js';
import { type DpdFitted, dpdFits } from '../../models/dpd/index.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import type { SpecificationBootstrap } from '../../models/dpd/model/multiverse.js';
import type { FitResult } from '../../results/fit.js';
import { attempt, type Failure, isFailure } from '../../jobs/failures.js';
import { jobStudy } from '../../jobs/study.js';
import { pValuesOf } from '../../results/p-values.js';
import type { Warning } from '../../results/common.js';
import { sharingDesign } from './shared-design.js';

/** Estimate each of several models on the same data. */
export interface SpecificationTask {
  readonly kind: 'specifications';
  readonly models: readonly DpdModel[];
  readonly table: Table;
  readonly coefficient: string;
}

/** The same, and bootstrap each. */
export interface BootstrapsTask extends Omit<SpecificationTask, 'kind'> {
  readonly kind: 'bootstraps';
  readonly bootstrap: SpecificationBootstrap;
}

/** What the replicates say about the coefficient, as `bootstrap` of the fit alone does. */
export interface BootstrapEstimate {
  readonly stdError: number;
  readonly monteCarloError: number;
  readonly pValue: number;
  /** null where there is none of this kind; `warnings` say why. */
  readonly confInt: readonly [number, number] | null;
  readonly failed: number;
  readonly warnings: readonly Warning[];
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
  /** Where one was asked for; the reason where it has none. */
  readonly bootstrap?: BootstrapEstimate | Failure;
}

/** The interval that counts: the bootstrap's where one was asked for. */
export function intervalOf({ confInt, bootstrap }: Estimate): readonly [number, number] | null {
  if (bootstrap === undefined) return confInt;
  return isFailure(bootstrap) ? null : bootstrap.confInt;
}

/** Estimates one specification; an error that belongs to it is the outcome. */
function estimateSpecification(
  fit: (model: DpdModel) => DpdFitted,
  model: DpdModel,
  coefficient: string,
): Estimate | Failure {
  return attempt(() => estimateOf(fit(model).result, coefficient));
}

/** Estimates one specification and bootstraps it; an error of the bootstrap leaves the estimate. */
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
    const found = attempt(() => replicated(engine, fitted, coefficient, bootstrap));
    return { ...estimate, bootstrap: found };
  });
}

function replicated(
  engine: Engine,
  fitted: DpdFitted,
  coefficient: string,
  { ci, ...options }: SpecificationBootstrap,
): BootstrapEstimate {
  const found = bootstrapInWorker(engine, fitted, { ...options, ci: [ci] });
  const interval = found.confInt[ci]![coefficient]!;
  return {
    stdError: found.stdErrors[coefficient]!,
    monteCarloError: found.monteCarloError[coefficient]!,
    pValue: found.pValues[coefficient]!,
    confInt: interval.every(Number.isFinite) ? interval : null,
    failed: found.failed,
    warnings: found.warnings,
  };
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
