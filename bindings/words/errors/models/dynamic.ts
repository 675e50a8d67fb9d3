/** Errors of estimates of dynamic panels, in English. */
import { says } from '../../told.js';
import { counted, listed } from '../../text/messages.js';
import type { Lost } from './sample.js';

/** Why a column of instruments is zero in every row. */
export type ZeroColumn =
  | { readonly kind: 'zero' | 'unused' }
  /** Its date is before the first period, or after the last one. */
  | { readonly kind: 'before' | 'after'; readonly period: number | string };

export const zeroColumn = says('zero-column', (why: ZeroColumn) => {
  switch (why.kind) {
    case 'zero':
      return 'zero in every row';
    case 'unused':
      return 'in no row of the sample';
    case 'before':
      return `before the first period, ${why.period}`;
    case 'after':
      return `after the last period, ${why.period}`;
  }
});

/** A panel with too few periods for a term of its formula. */
export interface TooShort {
  readonly term: string;
  /** How many periods the term looks back. */
  readonly reach: number;
  /** The period in which it first exists. */
  readonly from: number | string;
  readonly periods: number;
  readonly first: number | string;
  readonly last: number | string;
}

export interface NoDynamicRow {
  readonly lost: readonly Lost[];
  readonly read: number;
  /** Whether level rows are missing, or transformed ones. */
  readonly level: boolean;
  /** Complete rows without a neighbour. */
  readonly alone: number;
  readonly short?: TooShort;
}

export const noDynamicRow = says('empty-sample/dynamic', (detail: NoDynamicRow) => {
  const { lost, read, level, alone, short } = detail;
  const lines = lost.map(({ reason, rows }) => `${rows} ${reason}`);
  const rest = alone > 0 ? [`${alone} without a complete row in an adjacent period`] : [];
  const cause = short === undefined ? '' : `${tooShort(short, level)}; `;
  return `no usable ${level ? 'level' : 'transformed'} row among ${counted(read, 'row')} read; ${cause}rows lost: ${[...lines, ...rest].join('; ')}`;
});

function tooShort({ term, reach, from, periods, first, last }: TooShort, level: boolean): string {
  const back = `${term}${level ? '' : ', transformed,'} reaches ${counted(reach, 'period')} back`;
  return `${back} and exists from ${from} on; the panel has ${counted(periods, 'period')}, ${first} to ${last}`;
}

export const oneUnit = says(
  'too-few-clusters/units',
  'the sample has one unit of {unit}; expected at least two',
);

export interface DynamicUnderIdentified {
  readonly instruments: number;
  /** Rank of the instruments; 0 if only their number is known. */
  readonly rank: number;
  readonly coefficients: number;
  /** Groups without a column that is not zero. */
  readonly empty: readonly { readonly group: string; readonly why: readonly ZeroColumn[] }[];
}

export const dynamicUnderIdentified = says(
  'under-identified/dynamic',
  ({ instruments, rank, coefficients, empty }: DynamicUnderIdentified) => {
    const count =
      rank > 0
        ? `${rank} independent instruments among ${instruments}`
        : `${counted(instruments, 'instrument')} with nonzero values`;
    const groups = empty.map(
      ({ group, why }) => `${group} (${why.map((one) => zeroColumn(one).text).join('; ')})`,
    );
    const gone = groups.length === 0 ? '' : `; no column remains of ${listed(groups)}`;
    return `${count} for ${counted(coefficients, 'coefficient')}; expected at least as many instruments as coefficients${gone}`;
  },
);
export const zeroResiduals = says(
  'singular-weighting/residuals',
  'the residuals of "{depvar}" are zero, so the two-step weighting matrix is zero; expected an outcome that varies over time and that the regressors do not explain exactly',
);
export const twoStepOfLowRank = says(
  'singular-weighting/two-step',
  'the two-step weighting matrix has rank {rank}; expected at least {parameters}, the number of parameters; use steps 1 or more clusters',
);

const advice = 'collapse or shorten the lag windows';

export const noInverse = says(
  'singular-weighting/cue',
  ({ rank, instruments }: { readonly rank: number; readonly instruments: number }) =>
    `the two-step weighting matrix has rank ${rank} for ${counted(instruments, 'instrument')}; expected full rank, as a continuously updated estimate needs its inverse: ${advice}`,
);
export const constantObjective = says(
  'singular-weighting/constant',
  ({ instruments }: { readonly instruments: number }) =>
    `with as many clusters as instruments (${instruments}) the objective of a continuously updated estimate is constant; expected fewer instruments: ${advice}`,
);
export const dividedUnits = says(
  'bad-option/divided-units',
  'the doubly corrected covariance needs clusters of whole units, but column "{column}" has a unit in several clusters; choose another vcov.cluster or type robust',
);
export const indefiniteClusterings = says(
  'not-positive-definite/clusterings',
  ({ columns }: { readonly columns: readonly string[] }) =>
    `the covariance of the moments, a sum over the clusterings ${listed(columns)}, is indefinite and cannot weight a second step; expected one clustering, fewer instruments (collapse) or steps 1`,
);
export const noComponents = says(
  'not-positive-definite/components',
  'the principal components of the instruments cannot be computed; expected columns whose squares neither overflow nor vanish',
);
export const tooFewDynamicRows = says(
  'no-degrees-of-freedom/dynamic',
  (detail: { readonly rows: number; readonly level: boolean; readonly coefficients: number }) =>
    `the small-sample factor has no degrees of freedom: ${counted(`${detail.rows} ${detail.level ? 'level' : 'transformed'}`, 'row')} for ${counted(detail.coefficients, 'coefficient')}; expected more rows than coefficients`,
);
export const nonlinearNotConverged = says(
  'not-converged/nonlinear',
  'the estimate with nonlinear moment conditions did not converge; add instruments that identify it, or set nonlinear to false',
);
export const notReturned = says(
  'not-converged/iterations',
  'the iterations do not return to the estimate, so it has no doubly corrected covariance; expected vcov robust, or steps 2',
);
export const extremeMoments = says(
  'extreme-column/moments',
  ({ column }: { readonly column: string }) =>
    `the moments of "${column}" leave the range of a double; expected sizes between 1e-60 and 1e60: change its units`,
);
export const infiniteEstimate = says(
  'overflow/dynamic',
  'an estimate or its criterion is not finite; expected instruments that identify the coefficients, and variables of moderate size',
);
