import { readFileSync } from 'node:fs';
import type { FitResult } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { DpdModelInput } from 'wasmetrics/types';

export const data = parseCsv(readFileSync('examples/abdata.csv', 'utf8'));

/** The model of `examples/employment.yaml`. */
export const model: DpdModelInput = {
  panel: { unit: 'id', time: 'year' },
  estimator: 'dpd',
  formula: 'n ~ L.n + L2.n + w + k',
  gmm: [
    { vars: 'n', lags: [2, 4] },
    { vars: 'w', lags: [1, 3] },
  ],
  iv: [{ vars: 'k' }],
};

/** The numbers of a specification that equals this fit. */
export function numbersOf(fit: FitResult, name: string) {
  const level = fit.tests.diffHansen!.find((one) => one.group === 'gmm instruments for levels');
  return {
    estimate: fit.params[name],
    stdError: fit.stdErrors[name],
    pValue: fit.pValues[name],
    confInt: fit.confInt[name],
    nobs: fit.nobs,
    units: fit.ngroups,
    instruments: fit.rankInstruments,
    instrumentsPerUnit: fit.rankInstruments! / fit.ngroups!,
    hansen: fit.tests.hansen!.pValue,
    ar2: fit.tests.ar![1]!.pValue,
    levelHansen: level?.difference.pValue ?? null,
  };
}
