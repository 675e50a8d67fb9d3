/** Samples with the same rows and other roles of the columns, for the reduced forms of some tests. */
import type { InstrumentSample } from '../sample.js';

/** Treats the exogenous regressors as excluded instruments. */
export function withAllInstruments(sample: InstrumentSample): InstrumentSample {
  const { exogenous, instruments } = sample;
  return { ...sample, exogenous: [], instruments: [...exogenous, ...instruments] };
}

/** Keeps all instruments and replaces outcome and endogenous regressors by the errors of an estimate. */
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
