/** The values at which effects are computed. */
import * as said from '../../../words/errors/analysis/postestimation.js';
import type { Told } from '../../../words/told.js';
import { InputError } from '../../../core/errors/errors.js';
import { suggestionOf } from '../../../data/index.js';
import type { RowValues, Settings } from './row-values.js';

type Value = number | string;

/** Values by variable, one or several for each. */
export type VariableValues = Readonly<Record<string, Value | readonly Value[]>>;

/** If a moderator has at most this many values, its grid contains all of them. */
const MOST_VALUES = 12;
/** Maximum number of combinations of values. */
const MOST_CELLS = 10_000;

/**
 * All combinations of the values of `at`, the last variable changing fastest; one empty setting if there are no values.
 */
export function combinations(lists: ReadonlyMap<string, readonly Value[]>): Settings[] {
  const count = [...lists.values()].reduce((product, { length }) => product * length, 1);
  if (count > MOST_CELLS) {
    throw refused(said.tooManyCells({ most: MOST_CELLS, found: count }));
  }
  let settings: Settings[] = [new Map()];
  for (const [name, values] of lists) {
    settings = settings.flatMap((before) =>
      values.map((value) => new Map([...before, [name, value]])),
    );
  }
  return settings;
}

/**
 * The grid of a moderator: all values of a factor or of a variable with few values; otherwise `points` values from the
 * smallest to the largest.
 */
export function gridOf(name: string, { numeric, factors }: RowValues, points: number): Value[] {
  const observed = numeric.get(name);
  if (observed === undefined) return [...factors.get(name)!.levels];
  const distinct = [...new Set(observed)].sort((a, b) => a - b);
  if (distinct.length <= MOST_VALUES) return distinct;
  const [low, high] = [distinct[0]!, distinct.at(-1)!];
  return Array.from({ length: points }, (_, i) => {
    if (i === points - 1) return high;
    return low + ((high - low) * i) / (points - 1);
  });
}

/** @throws InputError `unknown-variable`, `unknown-level`, `bad-value` for a text instead of a number */
export function checkedValues(
  name: string,
  written: VariableValues[string],
  values: RowValues,
): Value[] {
  const { numeric, factors } = values;
  const factor = factors.get(name);
  if (!numeric.has(name) && factor === undefined) {
    const known = new Set([...numeric.keys(), ...factors.keys()]);
    throw refused(said.unknownVariable({ variable: name, near: suggestionOf(name, known) }));
  }
  return [written].flat().map((value: Value) => {
    if (numeric.has(name) && !(typeof value === 'number' && Number.isFinite(value))) {
      throw refused(said.notNumbers({ path: `at.${name}`, variable: name, found: value }));
    }
    if (factor !== undefined && !factor.levels.includes(String(value))) {
      const near = suggestionOf(String(value), factor.levels);
      throw refused(said.unknownLevel({ variable: name, level: String(value), near }));
    }
    return value;
  });
}

function refused(told: Told): InputError {
  return new InputError(told, { of: 'margins', key: 'at' });
}
