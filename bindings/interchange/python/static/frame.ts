/** What a script of Python says of its data. */
import { literalPattern } from '../../../core/text/pattern.js';
import type { ModelInput } from '../../../models/model.js';
import type { LinearCovarianceInput } from '../../../models/linear/model/model.js';
import { defined, type ImportOptions } from '../../imported.js';

export type Frame = Pick<ImportOptions, 'data' | 'unit' | 'time' | 'step'> & {
  readonly where?: string | undefined;
  /** The column by which its rows are ordered. */
  readonly order?: string | undefined;
  /** Columns that have a value in each of its rows. */
  readonly present?: readonly string[];
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

/** What `dropna(subset=[...])` dropped beyond the model, which leaves out the rows that lack its own columns only. */
export function presentNotes(present: readonly string[], model: ModelInput): string[] {
  const written = JSON.stringify({ ...model, data: undefined });
  const isUsed = (name: string) =>
    new RegExp(`(?<!\\w)${literalPattern(name)}(?!\\w)`).test(written);
  const others = [...new Set(present)].filter((name) => !isUsed(name));
  if (others.length === 0) return [];
  const words = others.join(', ');
  return [
    `dropna() also drops the rows that lack ${words}, which the model does not use; drop them from the data`,
  ];
}
