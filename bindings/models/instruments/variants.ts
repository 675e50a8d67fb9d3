/** Samples of the same rows in which the columns have other parts: what some tests take reduced forms of. */
import type { InstrumentSample } from './sample.js';

/** The endogenous regressors are instruments too, after the others: all that least squares correlate errors with. */
export function withEndogenousInstruments(sample: InstrumentSample): InstrumentSample {
  const { rows, endogenous, instruments } = sample;
  return {
    ...sample,
    rows: {
      ...rows,
      x: [...rows.x, ...rows.x.slice(0, endogenous.length)],
      names: [...rows.names, ...endogenous],
      xLow: undefined,
    },
    instruments: [...instruments, ...endogenous],
  };
}

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
