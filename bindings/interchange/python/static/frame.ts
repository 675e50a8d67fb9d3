/** What a script of Python says of its data. */
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import { defined, type ImportOptions } from '../../imported.js';

export type Frame = Pick<ImportOptions, 'data' | 'unit' | 'time' | 'step'> & {
  readonly where?: string | undefined;
  /** The column by which its rows are ordered. */
  readonly order?: string | undefined;
  /** Sentences on statements that changed it and are not translated. */
  readonly changes?: readonly string[];
};

export type FrameOf = (name: string | undefined) => Frame;

/** A covariance, and what differs from the program's. */
export interface Errors {
  readonly vcov: LinearCovarianceInput;
  readonly notes: readonly string[];
}

/** The keys of the data; the panel where the frame has one. */
export function sampleKeys({ data, unit, time, step, where }: Frame, formula: string) {
  const panel =
    unit === undefined || time === undefined
      ? undefined
      : { ...defined({ unit, time, step }), unit, time };
  return defined({ data, panel, where, formula });
}
