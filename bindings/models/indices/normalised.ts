/** Normalises indicators to one scale and one direction. */
import { negativeRatio } from '../../words/errors/models/indices.js';
import * as wanted from '../../words/expectations/models/indices.js';
import { numberAbove } from '../../words/expectations/values.js';
import { badArgument } from '../../core/arguments/arguments.js';
import type { Engine } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import {
  checkVaries,
  inGroup,
  type Indicators,
  inRows,
  referenceColumns,
  rowGroups,
  scatter,
} from './indicators.js';
import { normalise, type Scaling } from './kernels.js';
import type { IndexOptions } from './options.js';

/**
 * The normalised columns of the complete rows. TOPSIS with `vector` scales applies directions to its ideal points
 * instead.
 *
 * @throws InputError `bad-value`, `constant-column`
 */
export function normalised(
  engine: Engine,
  indicators: Indicators,
  options: IndexOptions,
): readonly Float64Array[] {
  const rule = options.normalise ?? 'minmax';
  if (rule.startsWith('base:') && options.rescaleBy !== undefined) {
    throw badArgument('index', 'rescaleBy', wanted.baseOrGroups(), options.rescaleBy);
  }
  const scaling = scalingOf(indicators, options, rule);
  const out = indicators.columns.map(({ length }) => new Float64Array(length).fill(NaN));
  for (const group of rowGroups(indicators, 'rescaleBy')) {
    const rows = rule.startsWith('base:')
      ? baseRows(indicators, options, rule.slice(5))
      : group.reference;
    if (rows.length === 0) continue;
    const reference = inRows(indicators.columns, rows);
    if (scaling.rule !== 'target') {
      const isConstant = scaling.rule === 'vector' ? isZero : undefined;
      checkVaries(indicators.names, reference, group.value, isConstant);
    }
    const columns = inGroup(indicators.columns, group);
    normalise(engine, columns, reference, scaling).forEach((values, j) => {
      scatter(values, group, out[j]!);
    });
  }
  return out;
}

function scalingOf(indicators: Indicators, options: IndexOptions, rule: string): Scaling {
  const { directions, names } = indicators;
  const columns = referenceColumns(indicators);
  const signs = Int32Array.from(directions, (direction) => (direction === '+' ? 1 : -1));
  if (rule === 'vector' && options.method !== 'topsis' && directions.includes('-')) {
    const name = names[directions.indexOf('-')]!;
    throw badArgument('index', 'normalise', wanted.ruleWithDirections({ column: name }), rule);
  }
  return {
    rule: rule.startsWith('base:') ? 'minmax' : (rule as Scaling['rule']),
    signs,
    targets: Float64Array.from(columns, (values, j) =>
      rule === 'target' ? targetOf(names[j]!, values, signs[j]! > 0, options.targets) : 1,
    ),
  };
}

/** The target of a column: the given one, or its best value. Ratios to it need positive values. */
function targetOf(
  name: string,
  values: Float64Array,
  isMoreBetter: boolean,
  targets: IndexOptions['targets'],
): number {
  const best = values.reduce((a, b) => (isMoreBetter === a > b ? a : b));
  const target = targets?.[name] ?? best;
  if (!(target > 0)) throw badArgument('index', `targets.${name}`, numberAbove({ low: 0 }), target);
  const low = values.reduce((a, b) => (a < b ? a : b));
  if (low > 0 || (isMoreBetter && low === 0)) return target;
  throw new InputError(negativeRatio({ column: name, found: low }), 'index');
}

/** Rows of the base period that scales come from. */
function baseRows(indicators: Indicators, { time }: IndexOptions, period: string): Int32Array {
  if (time === undefined) {
    throw badArgument('index', 'time', wanted.periodsForBase(), undefined);
  }
  const periods = rowGroups(indicators, 'time');
  const base = periods.find(({ value }) => value === period);
  if (base !== undefined) return base.reference;
  const expected = wanted.basePeriod({ periods: periods.map(({ value }) => value) });
  throw badArgument('index', 'normalise', expected, `base:${period}`);
}

/** A column that cannot be scaled: a zero column has no length for `vector`; other rules need a range. */
const isZero = (values: Float64Array) => values.every((value) => value === 0);
