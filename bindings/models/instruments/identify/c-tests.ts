import type { Engine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { termKey, termName } from '../../../data/formula/term.js';
import { parseTerms } from '../../../data/formula/term-list.js';
import { suggestion } from '../../../data/nearest.js';
import type { CTest, Tests } from '../../../results/fit.js';
import type { KeptForm } from './forms.js';
import { cStatistic, type GmmMoments } from '../../identification/c-statistic.js';
import { equations } from '../../identification/reduced-form.js';
import type { CTestSpec, InstrumentsModel } from '../model.js';
import type { EstimatedRows } from '../problem.js';
import type { InstrumentEstimate } from '../records.js';
import { withBandwidth, computeReducedForm } from './reduced-form.js';
import type { InstrumentSample } from '../sample.js';

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
    parseTerms(text).flatMap((term) => {
      const columns = known.get(termKey(term));
      if (columns !== undefined) return columns;
      const name = termName(term);
      const message = `${problem.estimator}: cTests[${i}]: "${name}" is not an instrument of the formula${suggestion(name, known.keys())}`;
      throw new InputError('not-an-instrument', message, { variable: name });
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
