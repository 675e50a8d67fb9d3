/** Values of a column of numbers by their labels, such as those of Stata. */
import { unknownLabel } from '../../words/errors/data/types.js';
import type { Literal } from '../formula/expressions/expression.js';
import { suggestionOf } from '../nearest.js';
import { type ExpressionFrame, typeError } from './frame.js';
import type { NumberValues, Values } from './values.js';

type Labelled = NumberValues & Required<Pick<NumberValues, 'valueLabels'>>;

export function hasLabels(values: Values): values is Labelled {
  return values.kind === 'number' && values.valueLabels !== undefined;
}

/** The values with the label that a literal says. */
export function valuesLabelled(literal: Literal, of: Values, frame: ExpressionFrame): number[] {
  const labels = [...((of as Labelled).valueLabels ?? [])];
  const values = labels.flatMap(([value, label]) =>
    label === literal.value ? [Number(value)] : [],
  );
  if (values.length > 0) return values;
  const label = String(literal.value);
  const known = [...new Set(labels.map(([, text]) => text))];
  throw typeError(
    literal,
    frame,
    unknownLabel({ label, known, meant: suggestionOf(label, known) }),
  );
}
