import type { Engine } from '../core/engine.js';
import { longRunValue, reportedTerms } from '../models/dpd/long-run.js';
import type { BootstrapResult, FitResult } from '../models/fit-result.js';
import type { Replicates } from './replicates.js';
import { summarize, type SummaryOptions } from './result.js';

/**
 * `summarize`, with a summary of the long-run effects where the fit reports them, each computed from the
 * coefficients of every replicate.
 */
export function summarizeWithLongRun(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  options: SummaryOptions,
): BootstrapResult {
  const boot = summarize(engine, fit, replicates, options);
  const terms = reportedTerms(fit);
  if (terms.length === 0) return boot;
  const { values, width, completed } = replicates;
  const derived = new Float64Array(completed * terms.length);
  for (let r = 0; r < completed; ++r) {
    const params = values.subarray(r * width, (r + 1) * width);
    terms.forEach((term, j) => (derived[r * terms.length + j] = longRunValue(term, params)));
  }
  const params = Object.fromEntries(
    Object.entries(fit.longRun ?? {}).map(([name, { estimate }]) => [name, estimate]),
  );
  const own = { ...replicates, values: derived, width: terms.length };
  const { stdErrors, bias, biasCorrected, monteCarloError, confInt, pValues } = summarize(
    engine,
    { ...fit, params },
    own,
    { ...options, precision: undefined },
  );
  return {
    ...boot,
    longRun: { stdErrors, bias, biasCorrected, monteCarloError, confInt, pValues },
  };
}
