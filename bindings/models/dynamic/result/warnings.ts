import { fewClusters } from '../../covariances/few-clusters.js';
import type { Baselines, InstrumentCount } from '../../../results/dynamic.js';
import type { Tests } from '../../../results/fit.js';
import type { ModelTerm, ModelTerms } from '../design/terms.js';
import type { DynamicModel } from '../model/model.js';
import type { DynamicEstimate } from '../estimate/read-estimate.js';
import { perfectFit } from '../../linear/result/perfect-fit.js';
import type { Omitted, Warning } from '../../../results/common.js';
import { omittedWarnings } from '../../linear/estimate/omit-collinear.js';
import { dynamicWarnings, instrumentWarnings } from '../../../words/en/warnings/instruments.js';
import { estimateWarnings } from '../../../words/en/warnings/linear.js';
import { omit } from '../../../core/values/omit.js';
import { warning } from '../../../words/warning.js';

/** What warnings depend on in addition to the estimates. */
export interface Findings {
  /** Regressors omitted as collinear. */
  readonly omitted: readonly Omitted[];
  readonly names: readonly string[];
  readonly tests: Tests;
  readonly count: InstrumentCount;
  readonly baselines?: Baselines;
}

/** Names the omitted time effects and, separately, what explains other omitted regressors. */
function collinearWarnings(model: DynamicModel, omitted: readonly Omitted[]): Warning[] {
  const isTimeEffect = ({ name }: Omitted) =>
    model.timeEffects && name.startsWith(`${model.panel.time}=`);
  const dropped = omitted.filter(isTimeEffect).map(({ name }) => name);
  return [
    ...(dropped.length > 0
      ? [warning(dynamicWarnings, 'collinear-time-effects', { names: dropped })]
      : []),
    ...omittedWarnings(omitted.filter((one) => !isTimeEffect(one))),
  ];
}

/** Warns about facts that a reader of the result must know. */
export function dpdWarnings(
  model: DynamicModel,
  terms: ModelTerms,
  fit: DynamicEstimate,
  findings: Findings,
): Warning[] {
  const { rank, rankTwoStep } = fit;
  const { omitted, names, tests, count, baselines } = findings;
  const warnings: Warning[] = [];
  warnings.push(...collinearWarnings(model, omitted));
  if (model.system && model.transform !== 'level' && fit.ndiff === 0) {
    warnings.push(warning(dynamicWarnings, 'no-transformed-rows', {}));
  }
  warnings.push(...uninstrumentedWarnings(model, terms, omitted));
  warnings.push(...columnWarnings(model, fit), ...fewUnits(model, count));
  warnings.push(...countWarnings(count), ...powerWarnings(tests, count));
  if (fit.twoStep && rankTwoStep < rank) {
    const used = model.steps !== 1 ? 'estimates' : 'hansen';
    const detail = { rank: rankTwoStep, of: rank, used } as const;
    warnings.push(warning(instrumentWarnings, 'singular-weighting', detail));
  }
  if (!fit.converged) {
    const detail = {
      steps: fit.trace.length / (names.length + 1),
      search: model.steps === 'cue',
    };
    warnings.push(warning(dynamicWarnings, 'not-converged', detail));
  }
  if (fit.perfect) warnings.push(perfectFit());
  if (fit.indefinite) warnings.push(warning(estimateWarnings, 'indefinite-covariance', {}));
  const uncorrected = ['unadjusted', 'robust'].includes(model.vcov.type);
  if ((model.steps === 2 || model.steps === 'iterated') && uncorrected) {
    warnings.push(warning(dynamicWarnings, 'uncorrected-two-step', {}));
  }
  return [...warnings, ...boundWarnings({ params: fit.params, names }, baselines)];
}

/** Warns of instrument columns that add nothing, and of missing components. */
function columnWarnings(
  { pca }: DynamicModel,
  { rank, ninstruments, ncomponents, eigenvalues }: DynamicEstimate,
): Warning[] {
  const warnings: Warning[] = [];
  if (ninstruments > rank) {
    const detail = { columns: ninstruments, rank };
    warnings.push(warning(instrumentWarnings, 'collinear-instruments', detail));
  }
  if (typeof pca === 'number' && ncomponents < pca) {
    const detail = { wanted: pca, components: ncomponents, columns: eigenvalues.length };
    warnings.push(warning(dynamicWarnings, 'fewer-components', detail));
  }
  return warnings;
}

function fewUnits({ panel, vcov }: DynamicModel, { units }: InstrumentCount): Warning[] {
  if (vcov.type === 'unadjusted') return [];
  return fewClusters(units, panel.unit, 'studentized bootstrap', 'unit');
}

function countWarnings({ grade, rank, units, ratio, reductions }: InstrumentCount): Warning[] {
  if (grade === 'none') return [];
  const code = grade === 'more than units' ? 'too-many-instruments' : 'many-instruments';
  const changes = reductions.map((reduction) => omit(reduction, 'change'));
  const detail = { instruments: rank, units, ratio, grade, reductions: changes };
  return [warning(dynamicWarnings, code, detail)];
}

/** A Hansen test that cannot reject is no evidence for the instruments (Roodman 2009b; Bowsher 2002). */
function powerWarnings({ hansen }: Tests, { ratio }: InstrumentCount): Warning[] {
  const p = hansen?.pValue ?? 0;
  if (!(p >= 0.99 || (p > 0.25 && ratio > 1))) return [];
  return [warning(dynamicWarnings, 'hansen-without-power', { p, moreThanUnits: ratio > 1 })];
}

/** Estimates this close, in standard errors, differ by rounding only. */
const TIE = 1e-6;

/** Checks the first lag of the outcome, whose biases have known directions (Bond 2002). */
function boundWarnings({ params, names }: Named, baselines: Baselines | undefined): Warning[] {
  const upper = baselines?.pooledOls.params;
  const lower = baselines?.within.params;
  if (!upper || !lower) return [];
  const name = Object.keys(upper)[0]!;
  const [low, high] = [lower[name]!, upper[name]!];
  const estimate = params[names.indexOf(name)]!;
  const margin = TIE * (baselines?.pooledOls.stdErrors?.[name] ?? 0);
  if (estimate >= low - margin && estimate <= high + margin) return [];
  return [
    warning(dynamicWarnings, 'outside-bounds', { name, estimate, within: low, pooled: high }),
  ];
}

interface Named {
  readonly params: Float64Array;
  readonly names: readonly string[];
}

/** The nonlinear conditions are moments of the outcome. Time effects are their own instruments. */
function uninstrumentedWarnings(
  model: DynamicModel,
  { depvar, regressors, instruments }: ModelTerms,
  omitted: readonly Omitted[],
): Warning[] {
  const instrumented = new Set(instruments);
  if (model.nonlinear !== false) depvar.columns.forEach((column) => instrumented.add(column));
  if (model.timeEffects) instrumented.add(model.panel.time);
  const lacks = (term: ModelTerm) => !term.columns.every((column) => instrumented.has(column));
  const gone = new Set(omitted.map(({ name }) => name));
  const terms = regressors.filter((term) => lacks(term) && !gone.has(term.name));
  if (terms.length === 0) return [];
  const columns = [...new Set(terms.flatMap((term) => term.columns))].filter(
    (one) => !instrumented.has(one),
  );
  const outcome = depvar.columns.filter((column) => columns.includes(column));
  const detail = { names: terms.map(({ name }) => name), columns, outcome };
  return [warning(dynamicWarnings, 'regressor-without-instruments', detail)];
}
