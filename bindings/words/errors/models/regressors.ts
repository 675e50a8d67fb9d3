/** Errors of regressors that a sample does not identify, in English. */
import { says } from '../../told.js';
import { listed } from '../../text/messages.js';

/** What the user can do about a collinear regressor. */
export type Remedy = 'leave-out' | 'nothing-left' | 'none-endogenous';

const remedies: Readonly<Record<Remedy, string>> = {
  'leave-out': 'leave it out, or set collinear to omit',
  'nothing-left': 'no regressor is left without it; name another one',
  'none-endogenous':
    'no endogenous regressor is left without it; take what explains it out of the formula, or use ols with the exogenous regressors',
};

interface Remedied {
  readonly column: string;
  /** All regressors to leave out. */
  readonly collinear: readonly object[];
  readonly remedy?: Remedy;
}

const ending = (remedy: Remedy | undefined) =>
  remedy === undefined ? '' : `; ${remedies[remedy]}`;

export interface Collinear extends Remedied {
  /** What explains the regressor. */
  readonly columns: readonly string[];
  readonly form: 'zero' | 'constant' | 'within-unit' | 'combination';
  /** The column of the units whose effects differences remove. */
  readonly unit?: string;
  /** The names of the absorbed effects. */
  readonly effects?: string;
}

export const collinear = says('rank-deficient/collinear', (detail: Collinear) => {
  const { column, columns, form, unit, effects, remedy } = detail;
  const dependence = {
    zero: 'is zero in every row of the sample',
    constant: 'is constant, and the model has an intercept',
    'within-unit': `does not vary within ${unit}`,
    combination: `is a linear combination of ${listed(columns)}`,
  }[form];
  const within = effects === undefined ? '' : ` within ${effects}`;
  return `regressor "${column}" ${dependence}${within}${ending(remedy)}`;
});
export const absorbed = says(
  'rank-deficient/absorbed',
  ({ column, effects, remedy }: Remedied & { readonly effects: string }) =>
    `regressor "${column}" does not vary within ${effects}, so its coefficient is not identified${ending(remedy)}`,
);

export interface DynamicCollinear extends Remedied {
  /** The columns before it. */
  readonly earlier: readonly string[];
  readonly transformed: boolean;
}

export const dynamicCollinear = says('rank-deficient/dynamic', (detail: DynamicCollinear) => {
  const { column, earlier, transformed, remedy } = detail;
  const is = `regressor "${column}" is${transformed ? ', after the transformation,' : ''}`;
  return earlier.length === 0
    ? `${is} zero in every row${ending(remedy)}`
    : `${is} constant or a linear combination of earlier columns (${listed(earlier)})${ending(remedy)}`;
});
export const dynamicUnseparated = says(
  'rank-deficient/dynamic-instruments',
  ({ column, remedy }: Remedied) =>
    `the coefficient of "${column}" is not identified: the instruments do not separate it from the others${ending(remedy)}`,
);
export const unseparated = says(
  'rank-deficient/instruments',
  ({ column, effects }: { readonly column: string; readonly effects?: string }) => {
    const within = effects === undefined ? '' : ` within ${effects}`;
    return `the coefficient of "${column}" is not identified: the instruments do not separate it from the other regressors${within}; add instruments or leave it out`;
  },
);
export const otherRegressors = says(
  'rank-deficient/other-regressors',
  ({ names, found }: { readonly names: readonly string[]; readonly found?: readonly string[] }) =>
    `expected the regressors ${names.join(', ')}, found ${found?.join(', ') ?? 'none'}`,
);
