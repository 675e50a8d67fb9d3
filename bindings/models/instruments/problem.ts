import type { Omitted } from '../../results/common.js';
import type { InstrumentProblem } from '../linear/estimate/instrument-problem.js';
import type { InstrumentSample } from './sample.js';

export type * from '../linear/estimate/instrument-problem.js';

/** The rows of an estimate and the problem that it solves. */
export interface EstimatedRows {
  readonly sample: InstrumentSample;
  readonly problem: InstrumentProblem;
}

/** The same rows, with the collinear regressors that were removed from the sample. */
export interface KeptRows extends EstimatedRows {
  readonly omitted: readonly Omitted[];
}
