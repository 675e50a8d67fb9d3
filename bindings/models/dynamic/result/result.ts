import type { Engine } from '../../../core/engine/engine.js';
import { calendarFacts } from '../../../data/panel/panel.js';
import type { ElementaryMath } from '../../../data/evaluate.js';
import type { Reference } from '../../../core/numerics/inference.js';
import { elementaryMath } from '../../../core/numerics/elementary.js';
import type { FitResult, Lost, Sample, Tests, UnitEffects } from '../../../results/fit.js';
import type {
  Baselines,
  PrincipalComponents,
  SelectionCriteria,
} from '../../../results/dynamic.js';
import { inference, matrixRows } from '../../inference.js';
import type { DynamicModel } from '../model/model.js';
import type { DynamicSample } from '../design/design.js';
import type { DynamicEstimate } from '../estimate/read-estimate.js';
import { instrumentCount } from './instrument-count.js';
import { describeInstruments } from '../design/instrument-names.js';
import { longRunEffects, longRunTerms } from './long-run.js';
import { momentConditions } from './moment-conditions.js';
import { groupNames } from '../design/instrument-specs.js';
import { dynamicTests } from './specification-tests.js';
import type { Omitted } from '../../../results/common.js';
import { dpdWarnings } from './warnings.js';
import type { Word } from '../../../words/phrase.js';

/** What the core estimated and a result reports. */
export interface Findings {
  readonly estimate: DynamicEstimate;
  /** Regressors omitted as collinear. */
  readonly omitted: readonly Omitted[];
  /** Undefined if the model does not request them or has no lagged outcome. */
  readonly baselines?: Baselines | undefined;
}

/** Makes the plain result of an estimate. */
export function dynamicResult(
  engine: Engine,
  model: DynamicModel,
  sample: DynamicSample,
  { estimate: fit, omitted, baselines }: Findings,
): FitResult {
  const { params: names, constant } = sample.design;
  const clusters = sample.design.clusters.map(({ column, count }) => ({ column, count }));
  const { nobs } = fit;
  const classical = model.steps === 1 && model.vcov.type === 'unadjusted';
  const dfResid = residualDf(model, fit, nobs, classical, constant);
  const reference: Reference = { statistic: model.vcov.small ? 't' : 'z', df: dfResid };
  const tests = dynamicTests(engine, model, sample, fit, dfResid);
  const count = instrumentCount(model, sample.design.specs, fit);
  const longRun = longRunOf(engine, model, sample, fit, reference);
  const dynamics = { ...longRun, ...(baselines !== undefined && { baselines }) };
  return {
    kind: 'fit',
    estimator: model.estimator,
    title: title(model),
    depvar: sample.depvar,
    nobs,
    ngroups: fit.ngroups,
    ...(model.weights !== undefined && { weights: { ...model.weights } }),
    ninstruments: fit.ninstruments,
    rankInstruments: fit.rank,
    dfModel: fit.waldDf,
    dfResid,
    level: model.level,
    ...inference(engine, { names, params: fit.params, vcov: fit.vcov }, reference, model.level),
    vcov: {
      type: model.vcov.type,
      ...(clusters.length > 0 && { clusters }),
      names,
      values: matrixRows(fit.vcov, names.length),
      factor: fit.smallFactor,
    },
    omitted,
    unitEffects: { unit: model.panel.unit, treatment: treatmentOf(model) },
    sigma2: fit.sigma2,
    rss: fit.rss,
    ...iterationOf(model, names, fit),
    tests,
    ...dynamics,
    ...criteriaOf(engine, tests, fit),
    instruments: describeInstruments(fit.instruments, sample, groupNames(model)),
    instrumentCount: count,
    ...(fit.eigenvalues.length > 0 && { components: componentsOf(fit) }),
    momentConditions: momentConditions(model),
    sample: describeSample(model, sample, fit),
    warnings: dpdWarnings(model, sample.terms, fit, { omitted, names, tests, count, ...dynamics }),
    engine: engine.info,
  };
}

/** Long-run effects; they need a lagged outcome. */
function longRunOf(
  engine: Engine,
  model: DynamicModel,
  sample: DynamicSample,
  fit: DynamicEstimate,
  reference: Reference,
): Pick<FitResult, 'longRun'> {
  if (sample.lags.length === 0) return {};
  return { longRun: longRunEffects(engine, longRunTerms(sample), fit, reference, model.level) };
}

/** Reports the coefficients and the objective at every step of an iterated estimate. */
function iterationOf(
  { steps }: DynamicModel,
  names: readonly string[],
  { converged, trace }: DynamicEstimate,
): Pick<FitResult, 'iterations' | 'converged' | 'trace'> {
  if (steps === 1 || steps === 2) return {};
  const width = names.length + 1;
  const iterations = trace.length / width;
  const path = Array.from({ length: iterations }, (_, i) => ({
    params: Object.fromEntries(names.map((name, j) => [name, trace[i * width + j]!])),
    objective: trace[i * width + names.length]!,
  }));
  return { iterations, converged, trace: path };
}

function criteriaOf(
  engine: Engine,
  { hansen }: Tests,
  { ngroups }: DynamicEstimate,
): Pick<FitResult, 'criteria'> {
  if (hansen === undefined || hansen.stat === null) return {};
  const math = elementaryMath(engine);
  return { criteria: selectionCriteria(hansen.stat, hansen.df as number, ngroups, math) };
}

const stepWords = {
  1: 'one-step',
  2: 'two-step',
  iterated: 'iterated',
  cue: 'continuously updated',
} as const;

function title(model: DynamicModel): string {
  const steps = stepWords[model.steps];
  const transform = model.transform === 'fod' ? ', forward orthogonal deviations' : '';
  const equations = model.transform === 'level' ? 'Level' : model.system ? 'System' : 'Difference';
  return `${equations} GMM, ${steps}${transform}`;
}

/** The level equation keeps the effects, which its instruments must not be correlated with. */
function treatmentOf({ transform, system }: DynamicModel): UnitEffects['treatment'] {
  if (system || transform === 'level') return 'instrumented';
  return transform === 'fd' ? 'differenced' : 'deviations';
}

/** Applies xtabond2's rule: with `small`, clusters minus the constant, otherwise rows minus parameters. */
function residualDf(
  model: DynamicModel,
  fit: DynamicEstimate,
  nobs: number,
  classical: boolean,
  constant: boolean,
): number {
  if (!model.vcov.small || classical) return nobs - fit.params.length;
  return fit.nclusters - Number(constant);
}

function describeSample(model: DynamicModel, sample: DynamicSample, fit: DynamicEstimate): Sample {
  const { lost, rowsUsed } = sample.ledger;
  const nrows = model.system ? fit.nlevel : fit.ndiff;
  const rest: Lost[] =
    model.transform !== 'level' && rowsUsed > nrows
      ? [{ reason: lostByTransform[model.transform], rows: rowsUsed - nrows }]
      : [];
  return {
    rowsRead: sample.nrowsRead,
    rowsUsed: nrows,
    lost: [...lost, ...rest],
    ...calendarFacts(sample.panel),
    balanced: fit.minRows === fit.maxRows,
    unitSizes: { min: fit.minRows, mean: nrows / fit.ngroups, max: fit.maxRows },
    ...(sample.built && { built: sample.built }),
  };
}

function componentsOf({ eigenvalues, ncomponents, kmo }: DynamicEstimate): PrincipalComponents {
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  const kept = eigenvalues.subarray(0, ncomponents).reduce((sum, value) => sum + value, 0);
  return {
    columns: eigenvalues.length,
    kept: ncomponents,
    eigenvalues: [...eigenvalues],
    share: kept / total,
    kmo: Number.isNaN(kmo) ? null : kmo,
  };
}

const lostByTransform = {
  fd: 'without a complete row in the previous period',
  fod: 'without a later complete row',
} as const satisfies Readonly<Record<string, Word>>;

/** The constant of the Hannan-Quinn criterion. Any value above 2 is consistent; Andrews and Lu use this one. */
const Q = 2.1;

/**
 * Andrews and Lu (2001), section 3: J - df ln N, J - 2 df and J - 2.1 df ln ln N, where J is Hansen's statistic, df its
 * degrees of freedom and N the number of units. The criteria compare models and sets of moments on the same units.
 */
function selectionCriteria(
  j: number,
  df: number,
  units: number,
  math: ElementaryMath,
): SelectionCriteria {
  const ln = (x: number) => math.log(Float64Array.of(x))[0]!;
  const logUnits = ln(units);
  return { bic: j - df * logUnits, aic: j - 2 * df, hqic: j - Q * df * ln(logUnits) };
}
