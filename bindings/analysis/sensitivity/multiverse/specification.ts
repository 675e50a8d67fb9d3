/** The estimate of one specification: the numbers that a multiverse compares. */
import * as v from 'valibot';
import { bootstrapInWorker } from '../../bootstrap/in-worker.js';
import type { Engine } from '../../../core/engine/engine.js';
import { sharedTable, type Table } from '../../../data/index.js';
import { noCoefficient } from '../../../words/errors/analysis/sensitivity.js';
import { estimatorOf } from '../../../models/estimators.js';
import type { FitContext } from '../../../models/fit-context.js';
import type { Model } from '../../../models/model.js';
import type { Sequence } from '../../../models/protocol.js';
import { has } from '../../../models/registry.js';
import type { SpecificationBootstrap } from '../../../models/multiverse-keys.js';
import type { Variants } from './variants.js';
import type { FitResult } from '../../../results/fit.js';
import { attempt, type Failure, isFailure } from '../../../core/jobs/failures.js';
import { double, jobStudy } from '../../../core/jobs/study.js';
import { pValuesOf } from '../../../results/p-values.js';
import type { Warning } from '../../../results/common.js';

/** Estimate each of several models on the same data. */
export interface SpecificationTask {
  readonly kind: 'specifications';
  readonly models: readonly Model[];
  readonly table: Table;
  /** Tables with columns that are built in other ways, and the number of the table of each model; 0 is `table`. */
  readonly variants?: Variants | undefined;
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
  /** null without a panel. */
  readonly units: number | null;
  /** Rank of the instruments; null for estimates without them. */
  readonly instruments: number | null;
  /** Dynamic panels only, null for others: rank of the instruments per unit. */
  readonly instrumentsPerUnit: number | null;
  readonly hansen: number | null;
  /** Sargan's test, for two-stage least squares and similar estimates. */
  readonly sargan?: number | null;
  /** Kleibergen and Paap's rk F statistic of the first stages, with instruments. */
  readonly kleibergenPaapF?: number | null;
  readonly ar2: number | null;
  /** Difference-in-Hansen test of the GMM-style instruments of the level equation. */
  readonly levelHansen: number | null;
  /** Regressors that were left out because others explain them. */
  readonly omitted?: readonly string[];
  /** Warnings of the estimate; dynamic panels have tests instead. */
  readonly warnings?: readonly Warning[];
  /** With `bootstrap`: the bootstrap estimate, or the reason why there is none. */
  readonly bootstrap?: BootstrapEstimate | Failure;
}

/** The interval that decides significance; with `bootstrap` it is the bootstrap interval. */
export function intervalOf({ confInt, bootstrap }: Estimate): readonly [number, number] | null {
  if (bootstrap === undefined) return confInt;
  return isFailure(bootstrap) ? null : bootstrap.confInt;
}

type Fit = (model: Model) => FitContext;

/** Estimates one specification; if that fails, the outcome is the failure. */
function estimateSpecification(fit: Fit, model: Model, coefficient: string): Estimate | Failure {
  return attempt(() => estimateOf(fit(model).result, coefficient));
}

/** Estimates one specification and bootstraps it. If the bootstrap fails, the estimate is kept. */
function bootstrapSpecification(
  engine: Engine,
  fit: Fit,
  model: Model,
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
  fitted: FitContext,
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

/** The numbers of a result that specifications compare. */
function estimateOf(fit: FitResult, coefficient: string): Estimate | Failure {
  const { params, stdErrors, pValues, confInt } = fit;
  const estimate = params[coefficient];
  if (estimate === undefined) {
    const gone = fit.omitted?.find(({ name }) => name === coefficient);
    const told = noCoefficient({ coefficient, explainedBy: gone?.explainedBy });
    return { code: told.id, message: told.text, told };
  }
  return {
    estimate,
    stdError: stdErrors[coefficient]!,
    pValue: pValues[coefficient]!,
    confInt: confInt[coefficient]!,
    nobs: fit.nobs,
    ...(has(fit).dynamics ? dynamicQuality(fit) : staticQuality(fit)),
  };
}

/** The parts of an estimate by which it is judged. */
type Quality = Omit<
  Estimate,
  'estimate' | 'stdError' | 'pValue' | 'confInt' | 'nobs' | 'bootstrap'
>;

function dynamicQuality({ ngroups, rankInstruments, tests }: FitResult): Quality {
  const units = ngroups!;
  const instruments = rankInstruments!;
  const { hansen, ar2, levelHansen } = pValuesOf(tests);
  return {
    units,
    instruments,
    instrumentsPerUnit: instruments / units,
    hansen,
    ar2,
    levelHansen,
  };
}

function staticQuality(fit: FitResult): Quality {
  const { ngroups, rankInstruments, tests, warnings } = fit;
  const { hansen, sargan } = pValuesOf(tests);
  const omitted = (fit.omitted ?? []).map(({ name }) => name);
  return {
    units: ngroups ?? null,
    instruments: rankInstruments ?? null,
    instrumentsPerUnit: null,
    hansen,
    ar2: null,
    levelHansen: null,
    ...(rankInstruments !== undefined && {
      sargan,
      kleibergenPaapF: tests.kleibergenPaapF?.stat ?? null,
    }),
    ...(omitted.length > 0 && { omitted }),
    ...(warnings.length > 0 && { warnings }),
  };
}

const warnings = v.array(v.looseObject({ code: v.string(), message: v.string() }));
const numberOrNull = v.nullable(double);
const interval = v.tuple([double, double]);

const ofReplicates = v.looseObject({
  stdError: double,
  monteCarloError: double,
  pValue: double,
  failed: double,
  warnings,
  confInt: v.nullable(interval),
});

/** The form of estimates that come from other machines. */
const estimateShape = v.looseObject({
  estimate: double,
  stdError: double,
  pValue: double,
  confInt: interval,
  nobs: double,
  units: numberOrNull,
  instruments: numberOrNull,
  instrumentsPerUnit: numberOrNull,
  hansen: numberOrNull,
  ar2: numberOrNull,
  levelHansen: numberOrNull,
  sargan: v.optional(numberOrNull),
  kleibergenPaapF: v.optional(numberOrNull),
  omitted: v.optional(v.array(v.string())),
  warnings: v.optional(warnings),
  bootstrap: v.optional(
    v.union([ofReplicates, v.looseObject({ code: v.string(), message: v.string() })]),
  ),
});

export const specificationStudy = jobStudy<SpecificationTask, Estimate>({
  kind: 'specifications',
  jobsPerWorker: 80,
  first: 4,
  smallest: 4,
  outcome: estimateShape,
  jobOf(engine, task) {
    const fit = fitsByNumber(engine, task);
    const { models, coefficient } = task;
    return (number) => estimateSpecification(fit(number), models[number]!, coefficient);
  },
});

export const specificationBootstrapStudy = jobStudy<BootstrapsTask, Estimate>({
  kind: 'bootstraps',
  jobsPerWorker: 1,
  first: 1,
  smallest: 1,
  outcome: estimateShape,
  jobOf(engine, task) {
    const fit = fitsByNumber(engine, task);
    return (number) => bootstrapSpecification(engine, fit(number), task.models[number]!, task);
  },
});

/** The fits to the table of each model. */
function fitsByNumber(
  engine: Engine,
  { table, variants }: Pick<SpecificationTask, 'table' | 'variants'>,
): (number: number) => Fit {
  const fits = [table, ...(variants?.tables ?? [])].map((one) => fitsOf(engine, one));
  return (number) => fits[variants?.tableOf[number] ?? 0]!;
}

/**
 * Fits to one table with the bits of `fitModel`. Each fit reuses what its estimator can share with the previous fit.
 */
function fitsOf(engine: Engine, table: Table): Fit {
  const shared = sharedTable(table);
  const running = new Map<string, Sequence<FitContext, Model>>();
  return (model) => {
    const estimator = estimatorOf(model);
    const sequence = running.get(estimator.name) ??
      estimator.fits?.(engine, table) ?? { fit: (one) => estimator.fit(engine, one, shared) };
    running.set(estimator.name, sequence);
    return sequence.fit(model);
  };
}
