/** The margins that a linear model contains before its terms. They decide which levels of i(x) get a column. */
import type { Formula } from '../../../data/formula/canonical.js';
import { columnsOf } from '../../../data/formula/term.js';
import type { Margin } from '../../../data/formula/coding.js';
import type { LinearSpec } from './spec.js';

/**
 * The constant, absorbed effects, and effects that the estimator takes out (`absorbs`). First differences take out the
 * constant and the unit effects.
 */
export function givenMargins(
  { intercept, effects }: Formula,
  {
    differences = false,
    absorbs = [],
    panel,
  }: Pick<LinearSpec, 'differences' | 'absorbs' | 'panel'>,
): Margin[] {
  const hasConstant = intercept || differences || effects.length > 0 || absorbs.length > 0;
  return [
    ...(hasConstant ? [[]] : []),
    ...effects.map(columnsOf),
    ...absorbs.map((column) => [column]),
    ...(differences && panel !== undefined ? [[panel.unit]] : []),
  ];
}
