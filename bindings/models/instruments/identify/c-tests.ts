import type { Engine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { termKey, termName } from '../../../data/formula/term.js';
import { parseCanonicalTerms } from '../../../data/formula/canonical.js';
import { notAnInstrument } from '../../../words/errors/models/instruments.js';
import { suggestionOf } from '../../../data/nearest.js';
import type { CTest, Test, Tests } from '../../../results/fit.js';
import type { KeptForm } from './forms.js';
import { equations } from '../../identification/reduced-form.js';
import type { CTestSpec, InstrumentsModel } from '../model.js';
import type { EstimatedRows } from '../problem.js';
import type { InstrumentEstimate } from '../records.js';
import { computeReducedForm, withBandwidth } from './reduced-form.js';
import type { InstrumentSample } from '../sample.js';
import { cholesky } from '../../../core/numerics/cholesky.js';
import {
  forwardSubstitute,
  householder,
  leastSquares,
  type Vector,
} from '../../../core/numerics/householder.js';
import { chi2Test } from '../../../core/numerics/inference.js';
import { missing } from '../../../results/missing.js';
import { plural, say } from '../../../words/phrase.js';

/**
 * Computes C tests of the sets of instruments that the model names.
 *
 * @throws InputError `not-an-instrument`
 */
export function cTestsOf(
  engine: Engine,
  { cTests }: Pick<InstrumentsModel, 'cTests'>,
  estimated: EstimatedRows,
  fit: InstrumentEstimate,
): Pick<Tests, 'cTests'> {
  if (cTests.length === 0) return {};
  const sets = cTests.map((spec, i) => columnsOf(spec, i, estimated));
  const { form, moments } = momentsOf(engine, estimated, fit);
  return { cTests: sets.map((names) => testOf(engine, names, form, moments)) };
}

function testOf(
  engine: Engine,
  instruments: readonly string[],
  { kept }: KeptForm,
  moments: GmmMoments,
): CTest {
  const tested = instruments.map((name) => kept.indexOf(name)).filter((place) => place >= 0);
  if (tested.length === 0) {
    const reason = 'the instruments are collinear with others and left out';
    return { instruments, test: { stat: null, pValue: null, reason } };
  }
  return { instruments, test: cStatistic(engine, moments, tested) };
}

/** Columns of the instruments that a set names. */
function columnsOf({ vars }: CTestSpec, i: number, { problem, sample }: EstimatedRows): string[] {
  const known = instrumentColumns(sample);
  return vars.flatMap((text) =>
    parseCanonicalTerms(text).flatMap((term) => {
      const columns = known.get(termKey(term));
      if (columns !== undefined) return columns;
      const name = termName(term);
      const told = notAnInstrument({ variable: name, near: suggestionOf(name, known.keys()) });
      throw new InputError(told, { of: problem.estimator, key: `cTests[${i}]` });
    }),
  );
}

/** Columns of each exogenous regressor and each excluded instrument, by term. */
function instrumentColumns({ formula, rows }: InstrumentSample): Map<string, string[]> {
  const { endogenous, regressors, instruments } = formula;
  const names = rows.names.filter((name) => name !== '_cons');
  const columns = new Map<string, string[]>();
  let next = 0;
  [...endogenous, ...regressors, ...instruments].forEach((term, i) => {
    const termColumns = names.slice(next, (next += rows.widths[i]!));
    if (i >= endogenous.length) columns.set(termKey(term), termColumns);
  });
  return columns;
}

/** Computes the moments of all instruments and their covariance at the estimate. */
function momentsOf(engine: Engine, { problem, sample }: EstimatedRows, fit: InstrumentEstimate) {
  const whole = { problem, sample: withAllInstruments(sample) };
  const form = computeReducedForm(
    engine,
    whole,
    { type: 'unadjusted', small: false },
    'restricted',
  );
  const { coefficients } = equations(form);
  const { ninstruments: q, nendogenous, triangle } = form;
  const order = q + nendogenous + 1;
  const rows = Array.from({ length: q }, (_, i) =>
    Array.from({ length: q }, (__, j) => triangle[j * order + i]!),
  );
  const exogenous = sample.exogenous.map((_, j) => rows.map((row) => row[j]!));
  const moments: GmmMoments = {
    triangle: rows,
    regressors: [...coefficients.slice(1), ...exogenous],
    outcome: coefficients[0]!,
    weight: momentCovariance(engine, { problem, sample }, fit, q),
  };
  return { form, moments };
}

/** Returns the covariance behind the reported J. Estimates without a weighting matrix take the type of their `vcov`. */
function momentCovariance(
  engine: Engine,
  { problem, sample }: EstimatedRows,
  fit: InstrumentEstimate,
  q: number,
): number[][] {
  const { momentCovariance: values } = fit;
  if (values !== undefined) {
    return Array.from({ length: q }, (_, j) => [...values.subarray(j * q, (j + 1) * q)]);
  }
  const errors = { problem, sample: withErrors(sample, fit.residuals) };
  const vcov = withBandwidth(problem.vcov, fit.bandwidth);
  return equations(computeReducedForm(engine, errors, vcov, 'restricted'), 'restricted').covariance(
    [1],
    [1],
  );
}

/** Treats the exogenous regressors as excluded instruments. */
function withAllInstruments(sample: InstrumentSample): InstrumentSample {
  const { exogenous, instruments } = sample;
  return { ...sample, exogenous: [], instruments: [...exogenous, ...instruments] };
}

/** Keeps all instruments and replaces outcome and endogenous regressors by the errors of an estimate. */
function withErrors(sample: InstrumentSample, errors: Float64Array): InstrumentSample {
  const { rows, endogenous } = sample;
  const names = rows.names.slice(endogenous.length);
  return {
    ...withAllInstruments(sample),
    rows: {
      ...rows,
      x: rows.x.slice(endogenous.length),
      y: errors,
      names,
      xLow: undefined,
      yLow: undefined,
    },
    endogenous: [],
  };
}

/** Moments of linear GMM in an orthonormal basis Q = Z R^-1 of all q instruments, exogenous regressors included. */
interface GmmMoments {
  /** R, q x q, row by row. */
  readonly triangle: readonly Vector[];
  /** Columns Q'x of the k regressors and Q'y. */
  readonly regressors: readonly Vector[];
  readonly outcome: Vector;
  /** Covariance (q x q) of the moments, a sum over rows like Q'y, at one estimate with all instruments. */
  readonly weight: readonly Vector[];
}

/**
 * The C statistic (difference in J; Hayashi 2000, Econometrics, page 220) of some instruments: J with all instruments
 * minus J without them. Both use blocks of one weighting matrix, so C cannot be negative. It is chi-squared with as
 * many degrees of freedom as instruments tested.
 *
 * @param tested positions of the tested instruments among the q
 * @returns a test with a reason, and without a statistic, if the rest does not identify the model or the weighting
 *   matrix is singular
 */
export function cStatistic(engine: Engine, moments: GmmMoments, tested: readonly number[]): Test {
  const all = moments.triangle.map((_, i) => i);
  const kept = all.filter((i) => !tested.includes(i));
  if (kept.length < moments.regressors.length) {
    return missing(
      say(
        'without the tested instruments the model is not identified: {} for {}',
        plural(kept.length, 'instrument'),
        plural(moments.regressors.length, 'coefficient'),
      ),
    );
  }
  const whole = objective(moments, all);
  const without = objective(moments, kept);
  if (whole === undefined || without === undefined) {
    return missing('the weighting matrix is singular');
  }
  return chi2Test(engine, whole - without, tested.length);
}

/** Minimum over b of (m - A b)'S^-1 (m - A b) for the instruments at `places`. */
function objective(
  { triangle, regressors, outcome, weight }: GmmMoments,
  places: readonly number[],
): number | undefined {
  const basis = householder(places.map((j) => triangle.map((row) => row[j]!)));
  const project = (x: Vector) => orthonormal(basis, x);
  const half = weight.map(project);
  const s = places.map((_, i) => project(half.map((row) => row[i]!)));
  const root = cholesky(s);
  if (root === undefined) return undefined;
  const whiten = (x: Vector) => forwardSubstitute(root, project(x));
  return leastSquares(regressors.map(whiten), whiten(outcome)).rss;
}

/** Coordinates of x in the orthonormal basis of the factored columns. */
function orthonormal({ apply, triangle }: ReturnType<typeof householder>, x: Vector): number[] {
  return apply(x).slice(0, triangle.length);
}
