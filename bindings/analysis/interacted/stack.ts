/**
 * The pooled model with interactions. Each regressor, the intercept and the effects have a copy for each group, which
 * is 0 in the rows of the other groups. With `common` only the compared coefficient and the level of the outcome
 * differ.
 */
import type { Grouping } from '../../models/linear/design/effects.js';
import type { Collinear } from '../../models/schema/common.js';
import type { Transformation } from '../../models/linear/estimate/transformation.js';
import type { CoreInstruments } from '../../models/instruments/call.js';
import type { LinearFit } from '../../models/linear/fitted.js';

type Column = Float64Array | number;

/** Rows, each with the number of its group. */
export interface Labelled {
  readonly context: LinearFit;
  /** Group of each row of the sample. */
  readonly labels: Int32Array;
  readonly ngroups: number;
  readonly of: string;
  readonly common: boolean;
}

export interface Stack extends CoreInstruments {
  readonly transformation: Transformation;
  /** Position of the compared coefficient of each group among the parameters. */
  readonly places: readonly number[];
}

/** A column of the pooled sample, and whether each group has its own copy. */
interface Part {
  readonly name: string;
  readonly x: Column;
  readonly low: Column;
  readonly split: boolean;
}

export function stack(labelled: Labelled): Stack {
  const { context, labels, of } = labelled;
  const { rows, transformation: pooled } = context;
  const transformation = labelled.common ? pooled : crossed(pooled, labels);
  const absorbs = pooled.absorbed.length > 0;
  const keepsConstant = absorbs || labelled.common;
  const { endogenous, regressors, instruments } = partsOf(labelled, keepsConstant);
  const columns = [endogenous, regressors, instruments].map((parts) =>
    parts.flatMap((part) => copiesOf(part, labelled)),
  );
  const levels = labelled.common && rows.intercept ? levelsOf(labelled, pooled) : [];
  const constant = keepsConstant && rows.names.includes('_cons') ? [one] : [];
  const [first, second, third] = columns as [Part[], Part[], Part[]];
  const exogenous = [...second, ...levels, ...constant];
  const all = [...first, ...exogenous, ...third];
  const names = all.map(({ name }) => name);
  return {
    rows: {
      nrows: rows.nrows,
      names,
      intercept: constant.length > 0,
      x: all.map(({ x }) => x),
      y: rows.y,
      xLow: rows.xLow && all.map(({ low }) => low),
      yLow: rows.yLow,
      weights: rows.weights,
      weighting: rows.weighting,
      clusters: rows.clusters,
      order: rows.order,
    },
    endogenous: first.map(({ name }) => name),
    exogenous: exogenous.map(({ name }) => name),
    instruments: third.map(({ name }) => name),
    transformation,
    places: Array.from({ length: labelled.ngroups }, (_, g) => names.indexOf(nameIn(of, g))),
  };
}

const one: Part = { name: '_cons', x: 1, low: 0, split: false };

/**
 * The collinear column that a separate fit of its group would leave out: the last one in the order in which a model
 * keeps columns (intercepts, exogenous regressors, endogenous regressors). Undefined if it is the compared column. With
 * `error` only a dummy may be left out, because the other dummies determine it if its group lacks one of the levels.
 */
export function redundantColumn(
  { rows: { names }, places, endogenous }: Stack,
  columns: readonly number[],
  collinear: Collinear,
): number | undefined {
  const rank = (column: number) => {
    const name = names[column]!;
    if (name === '_cons' || name.endsWith(': _cons')) return 0;
    return endogenous.includes(name) ? 2 : 1;
  };
  const inOrder = [...columns].sort((a, b) => rank(a) - rank(b) || a - b);
  const allowed = (column: number) => !places.includes(column);
  if (collinear === 'omit') return inOrder.slice(-1).find(allowed);
  return inOrder.filter((column) => allowed(column) && names[column]!.includes('=')).at(-1);
}

export function without(stacked: Stack, column: number): Stack {
  const { rows, places, endogenous, exogenous, instruments } = stacked;
  const name = rows.names[column]!;
  const others = <T>(list: readonly T[] | undefined) => list?.filter((_, j) => j !== column);
  const unnamed = (list: readonly string[]) => list.filter((one) => one !== name);
  return {
    ...stacked,
    rows: {
      ...rows,
      names: others(rows.names)!,
      x: others(rows.x)!,
      xLow: others(rows.xLow),
    },
    endogenous: unnamed(endogenous),
    exogenous: unnamed(exogenous),
    instruments: unnamed(instruments),
    places: places.map((place) => (place > column ? place - 1 : place)),
  };
}

interface Parts {
  readonly endogenous: readonly Part[];
  readonly regressors: readonly Part[];
  readonly instruments: readonly Part[];
}

function partsOf({ context, of, common }: Labelled, keepsConstant: boolean): Parts {
  const { rows } = context;
  const { endogenous = [], instruments = [] } = context.instruments ?? {};
  const parts = rows.names.map((name, j): Part => {
    const instrumentsOf = instruments.includes(name) && endogenous.includes(of);
    const split = !common || name === of || instrumentsOf;
    return { name, x: rows.x[j]!, low: rows.xLow?.[j] ?? 0, split };
  });
  const named = (names: readonly string[]) => parts.filter(({ name }) => names.includes(name));
  return {
    endogenous: named(endogenous),
    instruments: named(instruments),
    regressors: parts.filter(
      ({ name }) =>
        !endogenous.includes(name) &&
        !instruments.includes(name) &&
        !(name === '_cons' && keepsConstant),
    ),
  };
}

/** The name of a coefficient in group g. */
function nameIn(name: string, g: number): string {
  return `${g}: ${name}`;
}

/** The copies of a column, without those that are 0 in all rows. */
function copiesOf(part: Part, { labels, ngroups }: Labelled): Part[] {
  if (!part.split) return [part];
  return Array.from({ length: ngroups }, (_, g) => ({
    name: nameIn(part.name, g),
    x: masked(part.x, labels, g),
    low: part.low === 0 ? 0 : masked(part.low, labels, g),
    split: true,
  })).filter(({ x }) => x.some((value) => value !== 0));
}

function masked(column: Column, labels: Int32Array, g: number): Float64Array {
  const values = new Float64Array(labels.length); // `from` takes ten times as long
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === g) values[i] = typeof column === 'number' ? column : column[i]!;
  }
  return values;
}

/** Dummies of all groups but the first, unless absorbed effects contain them. */
function levelsOf({ labels, ngroups }: Labelled, { absorbed }: Transformation): Part[] {
  if (absorbed.some(({ codes }) => isConstantWithin(labels, codes))) return [];
  return Array.from({ length: ngroups - 1 }, (_, i) => ({
    name: nameIn('_cons', i + 1),
    x: masked(1, labels, i + 1),
    low: 0,
    split: true,
  }));
}

/** Whether rows of the same level have the same label. */
export function isConstantWithin(labels: Int32Array, levels: Int32Array): boolean {
  const known = new Map<number, number>();
  return levels.every((level, i) => {
    const label = known.get(level) ?? labels[i]!;
    known.set(level, label);
    return label === labels[i];
  });
}

function crossed(transformation: Transformation, labels: Int32Array): Transformation {
  const { absorbed, units } = transformation;
  return {
    ...transformation,
    absorbed: absorbed.map((effect) => crossedLevels(effect, labels)),
    units: units && crossedLevels(units, labels),
  };
}

/** Numbers the pairs of a level and a group in order of appearance. */
function crossedLevels({ name, codes, count }: Grouping, labels: Int32Array): Grouping {
  const numbers = new Map<number, number>();
  const pairs = codes.map((code, i) => {
    const pair = labels[i]! * count + code;
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    return number;
  });
  return { name, codes: pairs, count: numbers.size };
}
