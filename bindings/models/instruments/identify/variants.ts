/** Samples of the same rows in which the columns have other parts: what some tests take reduced forms of. */
import type { InstrumentSample } from '../sample.js';

/** The exogenous regressors are instruments like the excluded ones. */
export function withAllInstruments(sample: InstrumentSample): InstrumentSample {
  const { exogenous, instruments } = sample;
  return { ...sample, exogenous: [], instruments: [...exogenous, ...instruments] };
}

/** All instruments, with the errors of an estimate in place of outcome and endogenous regressors. */
export function withErrors(sample: InstrumentSample, errors: Float64Array): InstrumentSample {
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
