import type { Argument } from './ledger.js';
import { cells, type Factor } from './formula/cells.js';
import {
  absolute,
  type Doubled,
  multiple,
  product,
  reciprocal,
  squareRoot,
  wholePower,
} from './doubled.js';
import { dummy, type Levels, levelsOf, positionOf } from './levels.js';
import { differenced, ordered, sampleByRow, shifted } from './panel/in-order.js';
import { lagged, type PanelIndex } from './panel/panel.js';
import { inputError, rowNumber } from './place.js';
import {
  allFinite,
  finiteColumn,
  findColumn,
  firstInfinite,
  numericColumn,
  type Table,
} from './table.js';
import { type Margin, marginsOf } from './formula/coding.js';
import {
  type CallTerm,
  type DummiesTerm,
  factorsOf,
  hasDummies,
  type PowerTerm,
  type Term,
  termKey,
  termName,
} from './formula/term.js';
import { infiniteTerm } from '../words/errors/columns.js';
import * as said from '../words/errors/data/formulas.js';

/** Maximum columns of a term with `i(x)`. */
const maxLevels = 1000;

/**
 * Natural logarithm and exponential of every element, NaN outside the domain, and their rounding errors: logLow(x,
 * xLow, logs) is log(x + xLow) minus `logs`. The core supplies them, because JavaScript engines differ in the last
 * bits.
 */
export interface ElementaryMath {
  log(x: Float64Array): Float64Array;
  exp(x: Float64Array): Float64Array;
  logLow(x: Float64Array, xLow: Float64Array, logs: Float64Array): Float64Array;
  expLow(x: Float64Array, xLow: Float64Array, exps: Float64Array): Float64Array;
}

/** The data on which terms are evaluated. */
export interface Frame {
  readonly table: Table;
  readonly panel?: PanelIndex | undefined;
  readonly math: ElementaryMath;
  /**
   * Rows (1 or 0, in the order of the values) whose levels get a dummy in `i(x)`; all by default. Levels outside the
   * sample get none, so no dummy is zero in every row.
   */
  readonly sample?: Uint8Array | undefined;
  /** Adds the low words of columns, for a fit that is accurate to the last digit; false by default. */
  readonly lowWords?: boolean | undefined;
  /** The levels of a column in `i(x)` if the table is a part of the sample; by default those of the table. */
  readonly levelsOf?: ((name: string) => Levels) | undefined;
  /** Cache of the table's columns as evaluated on this frame, by name. */
  readonly columns?: Map<string, Checked> | undefined;
}

/**
 * One column: a value per row, in panel order if the frame has a panel, otherwise in the table's order. NaN is
 * missing. Do not change the values: they may belong to the table. If the formula computes the column and the frame
 * asks for low words, `low` holds the rounding errors of `values`.
 */
export interface Evaluated extends Checked {
  readonly name: string;
  /** The argument of a function with missing values, which tells where the function is undefined. */
  readonly argument?: Argument | undefined;
}

/** A column without infinite values. */
interface Checked extends Doubled {
  /** True if no value is missing; false for every lag, because the first rows of units have none. */
  readonly complete: boolean;
}

/**
 * The columns of a term: one, or with `i(x)` one per level, named `year=1980`, without those that `margins` already
 * contain; by default the model has only a constant. Lags follow calendar time and use rows that exist. A value outside
 * a function's domain, such as log(0), is missing.
 *
 * @throws InputError `unknown-column`, `text-in-numeric-column`, `infinite-value` (in the data or computed),
 *   `no-panel`, `unknown-level` or `too-many-levels`
 */
export function evaluateTerm(
  term: Term,
  frame: Frame,
  margins: readonly Margin[] = marginsOf([[term]], [[]]).get(termKey(term)) ?? [],
): Evaluated[] {
  if (!hasDummies(term)) return [plainColumn(term, frame)];
  const factors = factorsOf(term).map((factor) => columnsOfFactor(factor, frame));
  checkCells(term, factors);
  return cells(factors, margins, (left, right) => joined(left, right, term, frame));
}

/**
 * The columns that must be present where the terms are used, by name (NaN where missing): each term without `i(x)`; for
 * other terms, their numeric factors and the columns in `i()`.
 */
export function requiredColumns(terms: readonly Term[], frame: Frame): Evaluated[] {
  return terms.flatMap((term) => {
    if (!hasDummies(term)) return [plainColumn(term, frame)];
    return factorsOf(term).map((factor) =>
      factor.kind === 'dummies' ? presence(factor, frame) : plainColumn(factor, frame),
    );
  });
}

function plainColumn(term: Term, frame: Frame): Evaluated {
  const { values, low, complete } = columnOf(term, frame);
  const argument = complete ? undefined : argumentOf(term, frame);
  return { name: termName(term), values, complete, argument, ...(frame.lowWords && { low }) };
}

function argumentOf(term: Term, frame: Frame): Argument | undefined {
  if (term.kind === 'lag') {
    const argument = argumentOf(term.of, frame);
    const name = termName(term);
    return (
      argument && { ...argument, name, values: lagged(argument.values, frame.panel!, term.by) }
    );
  }
  if (term.kind === 'difference') {
    const argument = argumentOf(term.of, frame);
    if (argument === undefined) return undefined;
    const { values } = differenced(argument, frame.panel!, term.order);
    return { ...argument, name: termName(term), values };
  }
  if (term.kind === 'interaction') return argumentOfFactors(term, frame);
  if (term.kind !== 'call' && term.kind !== 'power') return undefined;
  const values = argumentOf(term.of, frame)?.values ?? columnOf(term.of, frame).values;
  const isRoot = term.kind === 'call' && term.function === 'sqrt';
  const outside = isRoot ? '{} of a negative number' : '{} of 0 or a negative number';
  return { name: termName(term), values, outside };
}

/** The arguments of the functions in an interaction, NaN where one is missing; undefined if it has no function. */
function argumentOfFactors(term: Term, frame: Frame): Argument | undefined {
  const factors = factorsOf(term);
  const calls = factors.map((factor) => argumentOf(factor, frame));
  const first = calls.find((argument) => argument !== undefined);
  if (first === undefined) return undefined;
  const columns = factors.map((factor, j) => calls[j]?.values ?? columnOf(factor, frame).values);
  const isMissing = (row: number) => columns.some((values) => Number.isNaN(values[row]));
  return { ...first, values: first.values.map((value, row) => (isMissing(row) ? NaN : value)) };
}

function presence({ of }: DummiesTerm, frame: Frame): Evaluated {
  const { codes } = levelsOf(findColumn(frame.table, of.name, of.place));
  const sorted = ordered(codes, frame);
  const values = new Float64Array(sorted.length);
  for (let row = 0; row < sorted.length; row++) values[row] = sorted[row]! < 0 ? NaN : sorted[row]!;
  return { name: termName(of), values, complete: !codes.includes(-1) };
}

function columnOf(term: Term, frame: Frame): Checked {
  const known = term.kind === 'column' ? frame.columns?.get(term.name) : undefined;
  if (known !== undefined) return known;
  const column = checked(computed(term, frame), term, frame);
  if (term.kind === 'column') frame.columns?.set(term.name, column);
  return column;
}

function checked(column: Doubled, term: Term, frame: Frame): Checked {
  const { values, low } = column;
  // The lagged column was already checked.
  if (term.kind === 'lag') return { values, low, complete: false };
  const complete = allFinite(values);
  if (!complete) refuseInfinite(values, term, frame);
  return { values, low, complete };
}

function computed(term: Term, frame: Frame): Doubled {
  switch (term.kind) {
    case 'column':
      return { values: ordered(numericColumn(frame.table, term.name, term.place), frame) };
    case 'lag':
      return shifted(columnOf(term.of, frame), panelFor(term, frame), term.by);
    case 'difference':
      return differenced(columnOf(term.of, frame), panelFor(term, frame), term.order);
    case 'call':
      return call(term, columnOf(term.of, frame), frame);
    case 'power':
      return power(term, columnOf(term.of, frame), frame);
    case 'interaction':
      return term.factors.map((factor): Doubled => columnOf(factor, frame)).reduce(product);
    case 'dummies':
      throw inputError(term.place, said.transformedLevels());
  }
}

function panelFor(term: Term, { panel }: Frame): PanelIndex {
  if (panel !== undefined) return panel;
  throw inputError(term.place, said.noPanelForTerm({ term: termName(term) }));
}

function call(term: CallTerm, x: Doubled, frame: Frame): Doubled {
  switch (term.function) {
    case 'log':
      return logarithm(x, frame);
    case 'exp':
      return exponential(x, frame);
    case 'sqrt':
      return squareRoot(x);
    case 'abs':
      return absolute(x);
  }
}

function logarithm({ values: x, low }: Doubled, { math, lowWords }: Frame): Doubled {
  const values = math.log(x.map((value) => (value > 0 ? value : NaN)));
  return { values, low: lowWords ? math.logLow(x, low ?? zeros(x), values) : undefined };
}

function exponential({ values: x, low }: Doubled, { math, lowWords }: Frame): Doubled {
  const values = math.exp(x);
  return { values, low: lowWords ? math.expLow(x, low ?? zeros(x), values) : undefined };
}

const zeros = (x: Float64Array) => new Float64Array(x.length);

/**
 * Whole powers are products, 0.5 is the square root, and other powers use exp and log. 0 to a negative power is
 * missing.
 */
function power({ exponent }: PowerTerm, x: Doubled, frame: Frame): Doubled {
  const raised = positivePower(x, Math.abs(exponent), frame);
  return exponent > 0 ? raised : reciprocal(raised);
}

function positivePower(x: Doubled, exponent: number, frame: Frame): Doubled {
  if (Number.isInteger(exponent)) return wholePower(x, exponent);
  if (exponent === 0.5) return squareRoot(x);
  const { values, low } = exponential(multiple(logarithm(x, frame), exponent), frame);
  const whereZero = (part: Float64Array) => part.map((v, row) => (x.values[row] === 0 ? 0 : v));
  return { values: whereZero(values), low: low && whereZero(low) };
}

function columnsOfFactor(term: Term, frame: Frame): Factor<Evaluated> {
  if (term.kind !== 'dummies') return { columns: [plainColumn(term, frame)] };
  const column = findColumn(frame.table, term.of.name, term.of.place);
  const { names, codes } = frame.levelsOf?.(term.of.name) ?? levelsOf(column, sampleByRow(frame));
  const reference = term.ref === undefined ? 0 : positionOf(term.ref, names, column);
  if (reference < 0) {
    const known = names.map((name) => column.valueLabels?.get(name) ?? name);
    const detail = { level: term.ref!, column: term.of.name, known };
    throw inputError(term.place, said.unknownLevel(detail));
  }
  refuseManyLevels(term, names.length);
  const sorted = ordered(codes, frame);
  const complete = !sorted.includes(-1);
  const columns = names.map((name, level) => ({
    name: `${termName(term.of)}=${name}`,
    values: dummy(sorted, level),
    complete,
  }));
  return { columns, levels: { of: term.of.name, reference } };
}

function checkCells(term: Term, factors: readonly Factor<Evaluated>[]): void {
  refuseManyLevels(
    term,
    factors.reduce((count, { columns }) => count * columns.length, 1),
  );
}

function refuseManyLevels(term: Term, count: number): void {
  if (count <= maxLevels) return;
  const detail = { term: termName(term), levels: count, most: maxLevels };
  throw inputError(term.place, said.tooManyLevels(detail));
}

function joined(left: Evaluated, right: Evaluated, term: Term, frame: Frame): Evaluated {
  const { values, low, complete } = checked(product(left, right), term, frame);
  return {
    name: `${left.name}:${right.name}`,
    values,
    complete,
    ...(frame.lowWords && { low }),
  };
}

function refuseInfinite(values: Float64Array, term: Term, { table, panel }: Frame): void {
  if (term.kind === 'column') finiteColumn(table, term.name, term.place);
  const position = firstInfinite(values);
  if (position < 0) return;
  const row = rowNumber(panel?.order[position] ?? position, table.fileRows);
  throw inputError(term.place, infiniteTerm({ term: termName(term), row }));
}
