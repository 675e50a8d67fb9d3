import type { Engine } from '../core/engine.js';
import type { DpdFitted } from '../models/dpd/index.js';
import { longRunTerms, longRunValue } from '../models/dpd/long-run.js';
import type { BootstrapResult, FitResult } from '../models/fit-result.js';
import type { Replicates } from './replicates.js';
import { summarize, type SummaryOptions } from './result.js';

/**
 * The summary with one of the long-run effects, each computed from the coefficients of every replicate; as it is
 * for a model without a lagged outcome.
 */
export function withLongRun(
  engine: Engine,
  { sample, result }: DpdFitted,
  replicates: Replicates,
  options: SummaryOptions,
  boot: BootstrapResult,
): BootstrapResult {
  const terms = longRunTerms(sample);
  if (terms.length === 0) return boot;
  const { values, width, completed } = replicates;
  const derived = new Float64Array(completed * terms.length);
  for (let r = 0; r < completed; ++r) {
    const params = values.subarray(r * width, (r + 1) * width);
    terms.forEach((term, j) => (derived[r * terms.length + j] = longRunValue(term, params)));
  }
  const params = Object.fromEntries(
    Object.entries(result.longRun ?? {}).map(([name, { estimate }]) => [name, estimate]),
  );
  const fit: FitResult = { ...result, params };
  const own = { ...replicates, values: derived, width: terms.length };
  const { stdErrors, bias, biasCorrected, monteCarloError, confInt, pValues } = summarize(
    engine,
    fit,
    own,
    options,
  );
  return {
    ...boot,
    longRun: { stdErrors, bias, biasCorrected, monteCarloError, confInt, pValues },
  };
}
