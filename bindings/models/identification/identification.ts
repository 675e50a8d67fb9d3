import type { Engine } from '../../core/engine/engine.js';
import { chi2Test, fTest } from '../../core/numerics/inference.js';
import type { IdentificationTests, StockYogo, Test, TFTest } from '../../results/fit.js';
import { confidenceSets, projections } from './confidence-sets/confidence-sets.js';
import { effectiveF } from './effective-f.js';
import { endogeneity } from './endogeneity.js';
import { firstStages, type Names } from './first-stage.js';
import { overidentification } from './overidentification.js';
import { equations, type Equations, type ReducedForm, unit } from './reduced-form.js';
import { andersonRubin, pValues, robustStatistics } from './confidence-sets/robust-tests.js';
import { stockYogoTables } from './stock-yogo-tables.js';
import { andersonCanonical, craggDonald, kleibergenPaapF, kleibergenPaapLM } from './strength.js';
import { singularCovariance } from './wald.js';
import type { Vector } from '../../core/numerics/householder.js';
import { bracketedRoot } from '../../core/numerics/root.js';

export interface IdentificationInputs {
  /** Unrestricted: residuals on all instruments, and their covariance of the model's type. */
  readonly form: ReducedForm;
  /** Restricted: residuals on the exogenous regressors alone, and their covariance of the same type. */
  readonly restricted: ReducedForm;
  readonly names: Names;
  /** Coefficients of the endogenous variables at the estimate. */
  readonly params: readonly number[];
  readonly level: number;
}

/** All identification tests that the reduced form allows, by their keys in `tests`. */
export function identificationTests(
  engine: Engine,
  { form, restricted, names, params, level }: IdentificationInputs,
): IdentificationTests {
  const free = equations(form);
  const unadjusted = equations({ ...form, covariance: undefined });
  const { nendogenous, ninstruments } = form;
  const stages = firstStages(engine, free, names);
  const single = nendogenous === 1;
  return {
    firstStage: stages,
    anderson: andersonCanonical(engine, unadjusted),
    kleibergenPaapLM: kleibergenPaapLM(engine, equations(restricted, 'restricted')),
    kleibergenPaapF: kleibergenPaapF(free),
    craggDonald: {
      stat: craggDonald(unadjusted),
      criticalValues: stockYogo(nendogenous, ninstruments),
    },
    ...(single && { effectiveF: effectiveF(engine, free) }),
    ...(single && ninstruments === 1 && { tF: tf(engine, stages[0]!.partialF.stat ?? NaN) }),
    ...robustTests(engine, free, names, level),
    ...overidentification(engine, unadjusted, params),
    ...endogeneity(engine, unadjusted),
  };
}

/** Tests that all coefficients of endogenous variables are 0, and confidence sets by inverting the tests. */
function robustTests(engine: Engine, form: Equations, names: Names, level: number) {
  const { nendogenous, ninstruments, factor, dfReference } = form.form;
  const count = 1 + nendogenous;
  const directions = Array.from({ length: nendogenous }, (_, j) => unit(count, 1 + j));
  const ar = andersonRubin(form, unit(count, 0));
  if (ar === undefined) {
    return {
      andersonRubin: missing,
      andersonRubinChi2: missing,
      kleibergenK: missing,
      clr: missing,
    };
  }
  return {
    andersonRubin: fTest(engine, ar / (factor * ninstruments), ninstruments, dfReference),
    andersonRubinChi2: chi2Test(engine, ar, ninstruments),
    ...conditionalTests(engine, form, directions),
    confidenceSets: setsOf(engine, form, names, level),
  };
}

const missing: Test = { stat: null, pValue: null, reason: singularCovariance };

/** Tests that use the first stage conditional on the structural error, whose covariance may be singular. */
function conditionalTests(engine: Engine, form: Equations, directions: readonly Vector[]) {
  const { nendogenous, ninstruments } = form.form;
  const statistics = robustStatistics(form, unit(1 + nendogenous, 0), directions);
  if (statistics === undefined) return { kleibergenK: missing, clr: missing };
  const p = pValues(engine, form, statistics);
  const surplus = ninstruments - nendogenous;
  return {
    kleibergenK: { stat: statistics.k, df: nendogenous, pValue: p.k },
    ...(p.j !== undefined && { kleibergenJ: { stat: statistics.j, df: surplus, pValue: p.j } }),
    clr: { stat: statistics.clr, pValue: p.clr },
  };
}

function setsOf(engine: Engine, form: Equations, { endogenous }: Names, level: number) {
  if (endogenous.length === 1) {
    return [{ variable: endogenous[0]!, level, ...confidenceSets(engine, form, level) }];
  }
  return projections(engine, form, level).map((arProjection, j) => ({
    variable: endogenous[j]!,
    level,
    arProjection,
  }));
}

/**
 * Critical values of the Cragg-Donald statistic at 5 %, by the largest bias or size in per cent. Absent where Stock
 * and Yogo (2005) have none. They assume independent homoskedastic errors.
 */
export function stockYogo(nendogenous: number, ninstruments: number): StockYogo {
  return Object.fromEntries(
    Object.entries(stockYogoTables).flatMap(([name, { first, values }]) => {
      const tabulated = Object.entries(values).flatMap(([percent, rows]) => {
        const row = (rows as readonly string[])[nendogenous - 1];
        const value = row?.split(' ')[ninstruments - first - (nendogenous - 1)];
        return value === undefined ? [] : [[percent, Number(value)] as const];
      });
      return tabulated.length === 0 ? [] : [[name, Object.fromEntries(tabulated)]];
    }),
  );
}

const alpha = 0.05;
/** 20 links give eight digits at F = 4; fewer are enough above. */
const links = 40;

/**
 * Lee, McCrary, Moreira and Porter (2022, American Economic Review 112): the 5 % critical value of |t| for one
 * endogenous variable and one instrument, as a function of the first-stage F. `adjustment` is the factor of the
 * standard error that keeps the critical value at 1.96.
 *
 * In the worst case structural and first-stage errors are perfectly correlated. Then f = sqrt(F) ~ N(m, 1), t = f (f
 * - m) / m, and c(f) is the function with P(|t| > c(f)) = 5 % for every m. With f_U and -f_N the largest and the
 * least f accepted, P(f > f_U) + P(f < -f_N) = 5 %. The point f_N is f_U of another mean s with 1/s = 1/m + 2/f_N. So
 * the curve is a chain that starts at small means, where f_U = z + z m^2 / 2 to second order (z = 1.96). No t rejects
 * if F < z^2. c falls to z at F = 104.67 and stays there.
 */
export function tf(engine: Engine, firstStageF: number): TFTest {
  const { normal_isf } = engine.exports;
  const [z, q] = [normal_isf(alpha / 2), normal_isf(alpha)];
  const f = Math.sqrt(firstStageF);
  if (!(f > z)) {
    const reason = 'with a first-stage F below 3.84 no t statistic rejects at 5%';
    return { criticalValue: null, adjustment: null, reason };
  }
  const usual = f >= q + (q * q) / (z - q);
  const criticalValue = usual ? z : worstCase(engine, f, z);
  return { criticalValue, adjustment: criticalValue / z };
}

/** c(f) = f (f - m) / m for the mean m whose largest accepted value is f. */
function worstCase(engine: Engine, f: number, z: number): number {
  const least = 1 / ((links * 2) / z + 1e8);
  const start = bracketedRoot((s) => chain(engine, s, z).largest - f, least, z / links);
  const { mean } = chain(engine, start, z);
  return (f * (f - mean)) / mean;
}

/** The mean `links` steps after s, and its largest accepted value; both infinite if the steps pass all means. */
function chain(engine: Engine, s: number, z: number): { mean: number; largest: number } {
  const { normal_sf, normal_isf } = engine.exports;
  let mean = s;
  let largest = z + (z * s * s) / 2;
  for (let link = 0; link < links; ++link) {
    const inverse = 1 / mean - 2 / largest;
    if (!(inverse > 0)) return { mean: Infinity, largest: Infinity };
    mean = 1 / inverse;
    largest = mean + normal_isf(alpha - normal_sf(largest + mean));
  }
  return { mean, largest };
}
