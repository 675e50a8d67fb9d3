import { fewClusters } from '../../few-clusters.js';
import { counted, listed } from '../../../core/text/messages.js';
import type { Baselines, InstrumentCount } from '../../../results/dynamic.js';
import type { Tests } from '../../../results/fit.js';
import type { ModelTerms } from '../design/terms.js';
import type { DpdModel } from '../model/model.js';
import type { DpdEstimate } from '../estimate/read-estimate.js';
import { perfectFit } from '../../linear/result/perfect-fit.js';
import type { Omitted, Warning } from '../../../results/common.js';
import { omittedWarnings } from '../../linear/estimate/omit-collinear.js';
import { uninstrumentedWarnings } from './uninstrumented.js';

/** What warnings depend on in addition to the estimates. */
export interface Findings {
  /** Regressors left out as collinear. */
  readonly omitted: readonly Omitted[];
  readonly names: readonly string[];
  readonly tests: Tests;
  readonly count: InstrumentCount;
  readonly baselines?: Baselines;
}

/** Names the time effects that were left out, and apart from them what explains other regressors. */
function collinearWarnings(model: DpdModel, omitted: readonly Omitted[]): Warning[] {
  const isTimeEffect = ({ name }: Omitted) =>
    model.timeEffects && name.startsWith(`${model.panel.time}=`);
  const dropped = omitted.filter(isTimeEffect).map(({ name }) => name);
  const message = `collinear time effects were dropped: ${listed(dropped)}`;
  return [
    ...(dropped.length > 0 ? [{ code: 'collinear-time-effects', message }] : []),
    ...omittedWarnings(omitted.filter((one) => !isTimeEffect(one))),
  ];
}

/** Warns about facts that a reader of the result must know. */
export function dpdWarnings(
  model: DpdModel,
  terms: ModelTerms,
  fit: DpdEstimate,
  findings: Findings,
): Warning[] {
  const { rank, rankTwoStep } = fit;
  const { omitted, names, tests, count, baselines } = findings;
  const warnings: Warning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  warnings.push(...collinearWarnings(model, omitted));
  if (model.system && model.transform !== 'level' && fit.ndiff === 0) {
    warn(
      'no-transformed-rows',
      'no unit has two complete rows to transform: the estimates use only the level equation',
    );
  }
  warnings.push(...uninstrumentedWarnings(model, terms, omitted));
  warnings.push(...columnWarnings(model, fit), ...fewUnits(model, count));
  warnings.push(...countWarnings(count), ...powerWarnings(tests, count));
  if (fit.twoStep && rankTwoStep < rank) {
    const use = model.steps !== 1 ? 'the estimates use' : "Hansen's test uses";
    warn(
      'singular-weighting',
      `the two-step weighting matrix is singular (rank ${rankTwoStep} of ${rank}); ${use} its Moore-Penrose inverse`,
    );
  }
  if (!fit.converged) {
    warn(
      'not-converged',
      `${model.steps === 'cue' ? 'the search for the minimum' : 'the iteration'} has not converged after ${fit.trace.length / (names.length + 1)} steps`,
    );
  }
  if (fit.perfect) warnings.push(perfectFit());
  if (fit.indefinite) {
    warn(
      'indefinite-covariance',
      'the covariance matrix, a sum over several clusterings, is not positive semidefinite; standard errors may be missing',
    );
  }
  const uncorrected = ['unadjusted', 'robust'].includes(model.vcov.type);
  if ((model.steps === 2 || model.steps === 'iterated') && uncorrected) {
    warn(
      'uncorrected-two-step',
      'two-step standard errors without the Windmeijer correction are too small in small samples',
    );
  }
  return [...warnings, ...boundWarnings({ params: fit.params, names }, baselines)];
}

/** Warns of instrument columns that add nothing, and of missing components. */
function columnWarnings(
  { pca }: DpdModel,
  { rank, ninstruments, ncomponents, eigenvalues }: DpdEstimate,
): Warning[] {
  const warnings: Warning[] = [];
  if (ninstruments > rank) {
    warnings.push({
      code: 'collinear-instruments',
      message: `${ninstruments} instrument columns have rank ${rank}; the rank is the instrument count and enters every degree of freedom`,
    });
  }
  if (typeof pca === 'number' && ncomponents < pca) {
    warnings.push({
      code: 'fewer-components',
      message: `pca requests ${counted(pca, 'component')}, but only ${counted(ncomponents, 'component')} of the ${eigenvalues.length} GMM-style columns have a positive variance; all ${ncomponents} are used`,
    });
  }
  return warnings;
}

function fewUnits({ panel, vcov }: DpdModel, { units }: InstrumentCount): Warning[] {
  if (vcov.type === 'unadjusted') return [];
  const remedies = 'a bootstrap with ci studentized';
  return fewClusters(units, panel.unit, { noun: 'unit', remedies });
}

const consequences = {
  moderate: 'two-step standard errors and the Hansen test become less reliable',
  high: 'estimates are biased towards least squares and the Hansen test loses power',
  'more than units':
    'estimates are biased towards least squares, the two-step weighting matrix is singular and the Hansen test has no power',
} as const;

function countWarnings({ grade, rank, units, ratio, reductions }: InstrumentCount): Warning[] {
  if (grade === 'none') return [];
  const fewer = reductions.map(({ change, columns }) => `${change}: ${columns}`);
  const help = fewer.length === 0 ? '' : `; columns with ${listed(fewer)}`;
  const message = `${counted(rank, 'instrument')} for ${counted(units, 'unit')} (${ratio.toFixed(2)} per unit, ${grade}): ${consequences[grade]}${help}`;
  return [
    { code: grade === 'more than units' ? 'too-many-instruments' : 'many-instruments', message },
  ];
}

/** A Hansen test that cannot reject is no evidence for the instruments (Roodman 2009b; Bowsher 2002). */
function powerWarnings({ hansen }: Tests, { ratio }: InstrumentCount): Warning[] {
  const p = hansen?.pValue ?? 0;
  if (!(p >= 0.99 || (p > 0.25 && ratio > 1))) return [];
  const cause = ratio > 1 ? ' with more instruments than units' : '';
  const message = `Hansen p-value ${p.toFixed(4)}${cause} is a sign that the test lacks power, not that the instruments are valid`;
  return [{ code: 'hansen-without-power', message }];
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
  const side = estimate < low ? 'below' : 'above';
  const message = `the coefficient of ${name}, ${estimate.toFixed(4)}, is ${side} the bounds: ${low.toFixed(4)} within, ${high.toFixed(4)} pooled least squares`;
  return [{ code: 'outside-bounds', message }];
}

interface Named {
  readonly params: Float64Array;
  readonly names: readonly string[];
}
