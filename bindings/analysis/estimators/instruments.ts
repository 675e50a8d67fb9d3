/** Regressions with instruments from arrays. */
import { covarianceTraits } from '../../models/covariances/registry.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import { wordOf } from '../../core/arguments/choices.js';
import { estimationEngine } from '../../core/engine/engine.js';
import { type Take, withScratch } from '../../core/engine/instances/scratch.js';
import type { Formula } from '../../data/formula/formula.js';
import { fitGmmRows } from '../../models/gmm/rows.js';
import type { GmmMethod, WeightMatrix, WeightMatrixType } from '../../models/gmm/model.js';
import { weightRows } from '../../models/gmm/weight.js';
import { weightTypes } from '../../models/linear/model/schema.js';
import type { InstrumentSample } from '../../models/instruments/sample.js';
import { fitIvRows } from '../../models/iv/rows.js';
import type { IvMethod } from '../../models/iv/model.js';
import type { LinearCovariance } from '../../models/linear/model/model.js';
import type { FitResult } from '../../results/fit.js';
import { type Columns, columnsOf, namesOf, type Vector, vectorOf } from './arrays.js';
import type { Clustered, GmmFit, IvFit, Noted } from './calls.js';
import { type ArrayRegression, regressionOf } from './result.js';
import {
  type ArrayOptions,
  checkIsOptions,
  clusterNames,
  dependence,
  plainTypes,
  sampleOf,
  type Settings,
  settingsOf,
} from './sample.js';
import { trueOrFalse } from '../../words/expectations/values.js';
import { finiteWithKclass, labelsWithCluster } from '../../words/expectations/analysis/arrays.js';
import { keysOf } from '../../words/expectations/core/arrays.js';

/** The columns of a regression with instruments. */
export interface InstrumentColumns {
  /** Regressors that are correlated with the error: `x1`, `x2`, ... */
  readonly endogenous: Columns;
  /** Other regressors, which are their own instruments: `w1`, ... */
  readonly exogenous?: Columns | undefined;
  /** Excluded instruments, at least as many as endogenous regressors: `z1`, ... */
  readonly instruments: Columns;
}

/** Options without `names`: the columns are called x, w and z, each with a number. */
type InstrumentOptions = Omit<ArrayOptions, 'names'> & {
  /** Compute first stages and tests of the instruments; true by default. */
  readonly diagnostics?: boolean | undefined;
};

export interface IvOptions extends InstrumentOptions {
  /** `2sls` by default. */
  readonly method?: IvMethod | undefined;
  /** alpha of Fuller's estimator; 1 by default. */
  readonly fuller?: number | undefined;
  /** kappa of the k-class estimator. */
  readonly kappa?: number | undefined;
}

export interface GmmOptions extends InstrumentOptions {
  /** `two-step` by default. */
  readonly method?: GmmMethod | undefined;
  /** The type of covariance of the moments, whose inverse weighs them; `robust` by default, `cluster` with clusters. */
  readonly weight?: WeightMatrixType | undefined;
}

/**
 * Two-stage least squares, LIML, Fuller or k-class.
 *
 * @param y - n numbers
 * @param columns - matrices, lists of columns or single columns of n rows
 * @throws as `ols`; also IdentificationError `under-identified`
 */
export function iv<const Written extends object = object>(
  y: Vector,
  columns: InstrumentColumns,
  options: IvOptions & Noted<Written> & Clustered<Written> = {} as never,
): IvFit<Written> {
  checkIsOptions('iv', options);
  const { method: word = '2sls', fuller = 1, kappa } = options;
  const method = wordOf('iv', 'method', ['2sls', 'liml', 'fuller', 'kclass'], word);
  if (method === 'kclass' && !Number.isFinite(kappa)) {
    throw badArgument('iv', 'kappa', finiteWithKclass(), kappa);
  }
  const keys = ['method', 'fuller', 'kappa', 'diagnostics'];
  const settings = settingsOf('iv', options, { small: false, types: plainTypes, keys });
  const model = {
    ...common('iv', options, settings),
    estimator: 'iv' as const,
    method,
    ...(method === 'fuller' && { fuller }),
    ...(kappa !== undefined && { kappa }),
  };
  const engine = estimationEngine('iv');
  return withScratch(engine, (take) => {
    const rows = columnsAndRows('iv', y, columns, { options, settings, take });
    const { result, estimate } = fitIvRows(engine, model, rows.sample);
    return instrumentFit(rows, estimate.residuals, result);
  });
}

/**
 * Linear GMM.
 *
 * @throws as `iv`; also ConvergenceError `not-converged`
 */
export function gmm<const Written extends object = object>(
  y: Vector,
  columns: InstrumentColumns,
  options: GmmOptions & Noted<Written> & Clustered<Written> = {} as never,
): GmmFit<Written> {
  checkIsOptions('gmm', options);
  const { method: word = 'two-step', weight } = options;
  const method = wordOf('gmm', 'method', ['one-step', 'two-step', 'iterated', 'cue'], word);
  const usual = options.cluster === undefined ? 'robust' : 'cluster';
  const type = wordOf('gmm', 'weight', weightTypes, weight ?? usual);
  const kind = { small: false, types: plainTypes, keys: ['method', 'weight', 'diagnostics'] };
  const settings = settingsOf('gmm', options, { ...kind, usual: type });
  const matrix = weightMatrix(type, options, settings);
  const weighting = weightRows({ weight: matrix, vcov: settings.vcov });
  const model = {
    ...common('gmm', options, settings),
    estimator: 'gmm' as const,
    method,
    weight: matrix,
    ...((method === 'iterated' || method === 'cue') && { tolerance: 1e-8, maxIterations: 100 }),
  };
  const engine = estimationEngine('gmm');
  return withScratch(engine, (take) => {
    const rows = columnsAndRows('gmm', y, columns, { options, settings, take });
    const { sample } = rows;
    const { result, estimate } = fitGmmRows(
      engine,
      model,
      weighting === undefined ? sample : weighted(sample, options, weighting),
    );
    return instrumentFit(rows, estimate.residuals, result);
  });
}

function weightMatrix(
  type: WeightMatrixType,
  { cluster }: GmmOptions,
  { vcov }: Settings,
): WeightMatrix {
  const hasLags = covarianceTraits(type)?.lags !== undefined;
  if (type === 'cluster' && cluster === undefined) {
    throw badArgument('gmm', 'cluster', labelsWithCluster(), cluster);
  }
  const { kernel = 'bartlett', bandwidth = 'auto' } = vcov;
  return {
    type,
    center: false,
    ...(type === 'cluster' && { cluster: clusterNames(cluster) }),
    ...(hasLags && { kernel, bandwidth, order: 'time' }),
  };
}

function weighted(
  sample: InstrumentSample,
  options: GmmOptions,
  weighting: LinearCovariance,
): InstrumentSample {
  const { rows } = sample;
  return {
    ...sample,
    rows: { ...rows, weighting: dependence('gmm', options, weighting, rows.nrows) },
  };
}

function instrumentFit<Result extends FitResult>(
  { outcome, sample }: InstrumentRows,
  residuals: Float64Array,
  result: FitResult,
): ArrayRegression<Result> {
  const { rows, endogenous, exogenous } = sample;
  const names = rows.names.slice(0, endogenous.length + exogenous.length);
  return regressionOf(result, names, outcome, residuals);
}

/** Keys of the models that callers with arrays cannot choose. */
function common(subject: string, { diagnostics = true }: InstrumentOptions, settings: Settings) {
  if (typeof diagnostics !== 'boolean') {
    throw badArgument(subject, 'diagnostics', trueOrFalse(), diagnostics);
  }
  return { ...settings, formula: '', diagnostics, cTests: [] };
}

interface Chosen {
  readonly options: InstrumentOptions;
  readonly settings: Settings;
  readonly take: Take;
}

interface InstrumentRows {
  readonly outcome: Float64Array;
  readonly sample: InstrumentSample;
}

/** The rows: endogenous regressors, exogenous ones with the constant, excluded instruments. */
function columnsAndRows(
  subject: string,
  y: Vector,
  columns: InstrumentColumns,
  { options, settings, take }: Chosen,
): InstrumentRows {
  if (typeof columns !== 'object' || columns === null) {
    throw badArgument(
      subject,
      'columns',
      keysOf({ keys: ['endogenous', 'exogenous', 'instruments'] }),
      columns,
    );
  }
  const outcome = vectorOf(subject, 'y', y, undefined, take);
  const read = (name: keyof InstrumentColumns) =>
    columns[name] === undefined && name === 'exogenous'
      ? []
      : columnsOf(subject, name, columns[name], outcome.length, take);
  const [x, w, z] = [read('endogenous'), read('exogenous'), read('instruments')];
  const names = [
    ...namesOf(subject, undefined, 'x', x.length),
    ...namesOf(subject, undefined, 'w', w.length),
    ...namesOf(subject, undefined, 'z', z.length),
  ];
  const before = x.length + w.length;
  const given = { y: outcome, x: [...x, ...w, ...z], names, before };
  const rows = sampleOf(subject, given, options, settings);
  const last = before + Number(settings.intercept);
  return {
    outcome,
    sample: {
      formula: noFormula,
      rows,
      endogenous: rows.names.slice(0, x.length),
      exogenous: rows.names.slice(x.length, last),
      instruments: rows.names.slice(last),
    },
  };
}

/** Nothing reads the terms, because the columns are already evaluated. */
const noFormula: Formula = {
  text: '',
  depvar: { kind: 'column', name: 'y', place: { text: 'y', offset: 0 } },
  regressors: [],
  effects: [],
  endogenous: [],
  instruments: [],
  intercept: true,
};
