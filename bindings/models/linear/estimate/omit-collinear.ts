/** Estimation without the regressors that others explain. */
import { IdentificationError } from '../../../core/errors/errors.js';
import type { Omitted, Warning } from '../../../results/common.js';
import { omittedGroups } from '../../../results/omitted.js';
import type { Collinear } from '../../schema/common.js';
import type { Remedy } from '../../../words/errors/models/regressors.js';
import { estimateWarnings } from '../../../words/en/warnings/linear.js';
import { warning } from '../../../words/warning.js';

/** An estimate, the sample it was computed from, and the regressors removed from that sample. */
export interface Kept<Sample, Estimate> {
  readonly sample: Sample;
  readonly estimate: Estimate;
  readonly omitted: readonly Omitted[];
}

/** How a sample is estimated. */
export interface Estimation<Sample, Estimate> {
  readonly collinear: Collinear;
  readonly estimate: (sample: Sample) => Estimate;
  /** The sample without some regressors; undefined if too few are left to estimate. */
  readonly without: (sample: Sample, names: readonly string[]) => Sample | undefined;
  /** What the user can do if too few are left. */
  readonly remedy?: Remedy;
}

/**
 * Estimates; if the core finds collinear regressors, estimates again without them. The result is bit for bit that of a
 * model that never had them. Throws the core's error if `collinear` is `error` or too few regressors are left.
 */
export function omitCollinear<Sample, Estimate>(
  whole: Sample,
  { collinear, estimate, without, remedy = NOTHING_LEFT }: Estimation<Sample, Estimate>,
): Kept<Sample, Estimate> {
  let sample = whole;
  let omitted: readonly Omitted[] = [];
  for (;;) {
    try {
      return { sample, estimate: estimate(sample), omitted };
    } catch (error) {
      const redundant = collinearIn(error);
      if (redundant.length === 0) throw error;
      if (collinear === 'error') throw withRemedy(error, LEAVE_OUT);
      const rest = without(
        sample,
        redundant.map(({ name }) => name),
      );
      if (rest === undefined) throw withRemedy(error, remedy);
      sample = rest;
      omitted = [...omitted, ...redundant];
    }
  }
}

/** The remedy for a collinear regressor with `collinear: error`. */
export const LEAVE_OUT = 'leave-out';
/** The remedy for a model whose regressors are all collinear. */
export const NOTHING_LEFT = 'nothing-left';

/** The same error with a remedy. */
export function withRemedy(error: unknown, remedy: Remedy): unknown {
  if (!(error instanceof IdentificationError)) return error;
  return error.retold({ detail: { ...error.detail, remedy } });
}

/** The regressors that an error reports as collinear; none for any other error. */
function collinearIn(error: unknown): readonly Omitted[] {
  if (!(error instanceof IdentificationError)) return [];
  return (error.detail['collinear'] as readonly Omitted[] | undefined) ?? [];
}

/** One warning for all regressors that are explained by the same columns. */
export function omittedWarnings(omitted: readonly Omitted[]): Warning[] {
  return omittedGroups(omitted).map((group) =>
    warning(estimateWarnings, 'collinear-omitted', group),
  );
}
