/** A choice with several options. Each option changes a model. */
import { choiceTwice } from '../../../words/errors/analysis/sensitivity.js';
import type { Told } from '../../../words/told.js';
import { InputError } from '../../../core/errors/errors.js';

/**
 * The value of a choice: `deepest` is the deepest lag available, true and false say whether a control is in the model;
 * `mixed` and `as written` occur only in the original model.
 */
export type ChoiceValue = string | number | boolean;

/** A choice with several options, which change a `Draft` of a model. */
export interface Dimension<Draft> {
  readonly name: string;
  /** The choice of the original model. */
  readonly original: ChoiceValue;
  readonly options: readonly Option<Draft>[];
}

export interface Option<Draft> {
  readonly value: ChoiceValue;
  apply(draft: Draft): Draft;
}

/** The labels of the options in a list, and what each option does. */
interface Ways<Draft, T> {
  readonly label: (value: T) => ChoiceValue;
  readonly apply: (draft: Draft, value: T) => Draft;
}

/**
 * The dimension of a list of options; none if the list is not given.
 *
 * @throws InputError `bad-value` for two options with the same label
 */
export function dimension<Draft, T>(
  name: string,
  original: ChoiceValue,
  values: readonly T[] | undefined,
  { label, apply }: Ways<Draft, T>,
): Dimension<Draft>[] {
  if (values === undefined) return [];
  const options = values.map((value) => ({
    value: label(value),
    apply: (draft: Draft) => apply(draft, value),
  }));
  const labels = options.map(({ value }) => value);
  const twice = labels.find((choiceValue, i) => labels.indexOf(choiceValue) < i);
  if (twice === undefined) return [{ name, original, options }];
  throw badChoice(name, choiceTwice({ path: pathOf(name), found: twice }));
}

/** The error for a value of the choice `name`. */
export function badChoice(name: string, told: Told): InputError {
  return new InputError(told, { of: 'multiverse', key: name });
}

/** The key of the choice `name`. */
export const pathOf = (name: string) => `multiverse.over.${name}`;
