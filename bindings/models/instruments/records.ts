import type { Arena, RecordValues } from '../../core/engine/arena.js';
import { Status } from '../../core/engine/status.js';
import { ivFit, panelFit } from '../../generated/records.js';
import { readDegrees, readVanished } from '../linear/estimate/transformed.js';
import type { AbsorbedEffect } from '../../results/fit.js';
import { droppedNames, readTestForm, type TestForm } from './identify/forms.js';
import type { EstimatedRows, InstrumentProblem } from './problem.js';
import type { InstrumentSample } from './sample.js';

/** Coefficients and objective for one weighting matrix. */
export interface Iteration {
  readonly params: Float64Array;
  readonly objective: number;
}

/**
 * What the core returns, copied out of its memory. Coefficients are those of the endogenous regressors, then of the
 * exogenous ones with the constant last; matrices are column-major.
 */
export interface InstrumentEstimate {
  readonly names: readonly string[];
  readonly nobs: number;
  /** Residual degrees of freedom. `dfReference` is what t and F use. */
  readonly dfResid: number;
  readonly dfReference: number;
  readonly rss: number;
  readonly tss: number;
  readonly tssCentered: number;
  readonly kappa: number;
  /** n g'W g of GMM at the estimates. */
  readonly objective: number;
  readonly factor: number;
  readonly bandwidth: number;
  readonly weightBandwidth: number;
  readonly condition: number;
  readonly indefinite: boolean;
  /** True if all residuals are rounding errors; and the number of variances that are, which `vcov` holds as 0. */
  readonly perfect: boolean;
  readonly zeroVariances: number;
  readonly rankInstruments: number;
  readonly rankWeight: number;
  readonly iterations: number;
  readonly converged: boolean;
  /**
   * Wald statistic of the hypothesis that all slopes are 0 (NaN if unavailable), the number of slopes, and the rank of
   * their covariance.
   */
  readonly wald: number;
  readonly waldDf: number;
  readonly waldRank: number;
  /**
   * Names of excluded instruments left out because they are linear combinations of the exogenous regressors and other
   * instruments.
   */
  readonly dropped: readonly string[];
  readonly params: Float64Array;
  readonly vcov: Float64Array;
  /** y - X b, not weighted (nrows). */
  readonly residuals: Float64Array;
  readonly trace: readonly Iteration[];
  /** Covariance of the moments behind GMM's weight, in the basis of the reduced form; undefined without GMM. */
  readonly momentCovariance: Float64Array | undefined;
  /** The absorbed effects. */
  readonly effects: readonly AbsorbedEffect[];
  /** Reduced form for tests of the instruments; undefined without tests or with too few rows. */
  readonly form: TestForm | undefined;
}

/** Where an estimate failed, and what it had computed by then. */
export interface InstrumentFailure {
  readonly status: number;
  /** Column of the design that the status refers to. */
  readonly detail: number;
  /** The bandwidth of the last covariance. */
  readonly bandwidth: number;
  readonly dropped: readonly string[];
  readonly rankInstruments: number;
  readonly rankWeight: number;
  readonly iterations: number;
  readonly objective: number;
  /**
   * k x k: the combinations that explain the regressors to leave out (see `collinearColumns`); empty for other
   * failures.
   */
  readonly dependence: Float64Array;
  /** The best coefficients if an iteration did not converge; otherwise none. */
  readonly best: Readonly<Record<string, number>>;
  /** Marks the regressors that the effects explain, if absorbing the effects failed; `detail` is then the column. */
  readonly vanished?: Int32Array;
}

/** Copies what a failed estimate says out of the core's memory. */
export function readInstrumentFailure(
  arena: Arena,
  address: number,
  status: number,
  sample: InstrumentSample,
): InstrumentFailure {
  const fit = arena.readRecord(ivFit, address);
  const names = [...sample.endogenous, ...sample.exogenous];
  const width = fit.dependence === 0 || status !== Status.RankDeficient ? 0 : names.length;
  const params = fit.params === 0 ? [] : arena.floats(fit.params, names.length);
  return {
    ...fit,
    status,
    dropped: droppedNames(arena, fit.dropped, sample),
    dependence: arena.floats(fit.dependence, width * width),
    best: Object.fromEntries([...params].map((value, j) => [names[j]!, value])),
    ...absorbingFailure(arena, fit, names.length),
  };
}

/** Names the regressors for which absorbing the effects failed, if it failed. */
function absorbingFailure(
  arena: Arena,
  { detail, effects }: RecordValues<typeof ivFit>,
  count: number,
): Pick<InstrumentFailure, 'vanished' | 'detail'> {
  if (effects === 0) return { detail };
  const absorbed = arena.readRecord(panelFit, effects);
  if (absorbed.detail < 0) return { detail };
  return { vanished: readVanished(arena, absorbed, count), detail: absorbed.detail };
}

/** Copies an estimate out of the core's memory. */
export function readInstrumentEstimate(
  arena: Arena,
  address: number,
  { problem, sample }: EstimatedRows,
): InstrumentEstimate {
  const { rows, exogenous, endogenous } = sample;
  const fit = arena.readRecord(ivFit, address);
  const k = fit.nparams;
  return {
    ...fit,
    names: [...endogenous, ...exogenous],
    indefinite: fit.indefinite === 1,
    perfect: fit.perfect === 1,
    converged: fit.converged === 1,
    dropped: droppedNames(arena, fit.dropped, sample),
    params: arena.floats(fit.params, k),
    vcov: arena.floats(fit.vcov, k * k),
    residuals: arena.floats(fit.residuals, fit.residuals === 0 ? 0 : rows.nrows),
    trace: readTrace(arena, fit),
    momentCovariance:
      fit.momentCovariance === 0
        ? undefined
        : arena.floats(fit.momentCovariance, fit.rankInstruments * fit.rankInstruments),
    effects: readEffects(arena, fit.effects, problem),
    form: fit.reducedForm === 0 ? undefined : readTestForm(arena, fit.reducedForm, sample),
  };
}

function readTrace(
  arena: Arena,
  { trace, iterations, nparams: k }: RecordValues<typeof ivFit>,
): Iteration[] {
  if (trace === 0) return [];
  const values = arena.floats(trace, iterations * (k + 1));
  return Array.from({ length: iterations }, (_, i) => {
    const row = values.subarray(i * (k + 1), (i + 1) * (k + 1));
    return { params: row.subarray(0, k), objective: row[k]! };
  });
}

function readEffects(
  arena: Arena,
  address: number,
  { transformation }: InstrumentProblem,
): AbsorbedEffect[] {
  if (address === 0) return [];
  const { degrees } = arena.readRecord(panelFit, address);
  return readDegrees(arena, degrees, transformation.absorbed);
}
