/** Errors of the sample of a regression, in English. */
import { type Numbers, says, type Texts } from '../../told.js';
import { plural } from '../../text/counts.js';
import { counted, listed } from '../../text/messages.js';

/** Rows that do not enter, by reason. */
export interface Lost {
  readonly reason: string;
  readonly rows: number;
}

export interface EmptySample {
  readonly lost: readonly Lost[];
  readonly read: number;
}

export const noUsableRow = says('empty-sample/rows', ({ lost, read }: EmptySample) => {
  const lines = lost.map(({ reason, rows }) => `${rows} ${reason}`).join('; ');
  return `no usable row among ${counted(read, 'row')} read; rows lost: ${lines}`;
});

/** Absorbed effects with their number. */
export interface Effects {
  readonly name: string;
  readonly count: number;
}

export const tooFewRows = says(
  'no-degrees-of-freedom/rows',
  ({ rows, names }: { readonly rows: number; readonly names: readonly string[] }) =>
    `${plural(rows, 'row')} for ${plural(names.length, 'coefficient')} (${listed(names)}); expected more rows than coefficients: leave out regressors or add rows`,
);
export const tooFewUnits = says(
  'no-degrees-of-freedom/units',
  (detail: { readonly rows: number; readonly units: number; readonly coefficients: number }) =>
    `${counted(detail.rows, 'row')} of ${counted(detail.units, 'unit')} for ${counted(detail.coefficients, 'coefficient')}; expected more units than coefficients, and more rows than both together: leave out regressors`,
);
export const tooFewForEffects = says(
  'no-degrees-of-freedom/effects',
  (detail: {
    readonly rows: number;
    readonly coefficients: number;
    readonly effects: readonly Effects[];
  }) => {
    const effects = detail.effects.map(
      ({ name, count }) => `${counted(count, 'effect')} of ${name}`,
    );
    const parts = [counted(detail.coefficients, 'coefficient'), ...effects];
    return `${counted(detail.rows, 'row')} for ${parts.join(' and ')}; expected more rows than these together: leave out regressors or effects`;
  },
);
export const noErrorVariance = says(
  'not-positive-definite/random',
  'the regressors explain "{depvar}" exactly within units, so random effects have no error variance; use effects within or between',
);
export const effectsNotConverged = says(
  'not-converged/effects',
  (detail: Texts<'column' | 'effects'> & Numbers<'tolerance' | 'maxIterations'>) =>
    `the effects of ${detail.effects} in "${detail.column}" have not converged to ${detail.tolerance} after ${counted(detail.maxIterations, 'iteration')}; raise absorb.maxIterations or absorb.tolerance`,
);
export const sameOrder = says(
  'shape-mismatch/order',
  (detail: {
    readonly column: string;
    readonly found: string | number;
    readonly rows: readonly number[];
  }) =>
    `column "${detail.column}" orders the rows and must differ between rows (of the same unit, if panel is set), found ${detail.found} in rows ${detail.rows.join(' and ')}; remove a row or choose another order`,
);
export const tooManyLags = says(
  'too-many-lags/order',
  (detail: { readonly column: string; readonly periods: number; readonly bandwidth: number }) =>
    `bandwidth: expected at most ${detail.periods - 1} lags, one fewer than the ${counted(detail.periods, 'period')} of "${detail.column}" from first to last, found ${detail.bandwidth}; use fewer lags or auto`,
);
export const oneCluster = says(
  'too-few-clusters/column',
  'column "{column}" has one value in the sample; expected at least two clusters',
);
export const badEffect = says(
  'bad-effect',
  'a fixed effect must be a column or a product of columns such as a:b, found {term}',
);
export const reservedName = says(
  'reserved-name/intercept',
  'expected columns with names other than "{column}", the intercept\'s name, found one in the formula; rename it in the data',
);
export const duplicateName = says(
  'duplicate-name/regressors',
  'expected distinct column names, found "{column}" for two columns; rename a column or a level in the data',
);
export const unitsOfOneRow = says(
  'group-of-one/units',
  ({ unit, units }: { readonly unit: string; readonly units: number }) =>
    `each of the ${counted(units, 'unit')} of ${unit} has one row; expected units with two or more`,
);
export const squaresBeyondDoubles = says(
  'extreme-column/streamed',
  'a column has squares near the limits of a double, which needs all rows in memory; measure it in other units',
);
