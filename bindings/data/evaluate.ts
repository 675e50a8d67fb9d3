import { levelsOf } from './levels.js';
import { inPanelOrder, lagged, type PanelIndex } from './panel.js';
import { inputError } from './place.js';
import { finiteColumn, findColumn, rowNumber, type Table } from './table.js';
import {
  type CallTerm,
  type DummiesTerm,
  hasDummies,
  type PowerTerm,
  type Term,
  termName,
} from './term.js';

/**
 * Natural logarithm and exponential of every element, NaN outside the domain. The core supplies them, since
 * those of the host differ between engines.
 */
export interface ElementaryMath {
  log(x: Float64Array): Float64Array;
  exp(x: Float64Array): Float64Array;
}

/** What terms are evaluated on. */
export interface Frame {
  readonly table: Table;
  readonly panel?: PanelIndex | undefined;
  readonly math: ElementaryMath;
  /**
   * Rows, 1 or 0 in the order of the values, whose levels get a dummy in `i(x)`; all when not given.
   * With dummies only for levels in the sample, none is zero throughout.
   */
  readonly sample?: Uint8Array | undefined;
}

/** One column: a value a row, in panel order when the frame has a panel, else in the table's; NaN is missing. */
export interface Evaluated {
  readonly name: string;
  readonly values: Float64Array;
}

/**
 * The columns a term stands for: one, or with `i(x)` one for each level but the base, named `year=1980`. Lags go
 * by calendar time over rows that exist. A value outside a function's domain is missing, log(0) too.
 * Throws InputError `unknown-column`, `text-in-numeric-column`, `infinite-value` (in the data or computed),
 * `no-panel` or `unknown-level`.
 */
export function evaluateTerm(term: Term, frame: Frame): Evaluated[] {
  if (term.kind === 'dummies') return dummies(term, frame);
  if (term.kind === 'interaction' && hasDummies(term)) {
    const factors = term.factors.map((factor) => evaluateTerm(factor, frame));
    return factors.reduce((left, right) => interactions(left, right, term, frame));
  }
  return [{ name: termName(term), values: valuesOf(term, frame) }];
}

function valuesOf(term: Term, frame: Frame): Float64Array {
  const values = computed(term, frame);
  checkFinite(values, term, frame);
  return values;
}

function computed(term: Term, frame: Frame): Float64Array {
  switch (term.kind) {
    case 'column':
      return ordered(finiteColumn(frame.table, term.name, term.place), frame);
    case 'lag':
      return lagged(valuesOf(term.of, frame), panelFor(term, frame), term.by);
    case 'difference':
      return differenced(valuesOf(term.of, frame), panelFor(term, frame), term.order);
    case 'call':
      return call(term, valuesOf(term.of, frame), frame.math);
    case 'power':
      return power(term, valuesOf(term.of, frame), frame.math);
    case 'interaction':
      return term.factors.map((factor) => valuesOf(factor, frame)).reduce(product);
    case 'dummies':
      throw inputError(term.place, 'transformed-dummies', 'i() can be added and interacted only');
  }
}

function ordered<T extends Float64Array | Int32Array>(values: T, frame: Frame): T {
  return frame.panel === undefined ? (values.slice() as T) : inPanelOrder(values, frame.panel);
}

function panelFor(term: Term, { panel }: Frame): PanelIndex {
  if (panel !== undefined) return panel;
  const message = `${termName(term)} needs a panel: name its unit and time columns`;
  throw inputError(term.place, 'no-panel', message, { term: termName(term) });
}

function differenced(values: Float64Array, panel: PanelIndex, order: number): Float64Array {
  let result = values;
  for (let round = 0; round < order; round++) {
    const before = lagged(result, panel, 1);
    result = result.map((value, position) => value - before[position]!);
  }
  return result;
}

function call(term: CallTerm, x: Float64Array, math: ElementaryMath): Float64Array {
  switch (term.function) {
    case 'log':
      return math.log(x.map((value) => (value > 0 ? value : NaN)));
    case 'exp':
      return math.exp(x);
    case 'sqrt':
      return x.map((value) => Math.sqrt(value));
    case 'abs':
      return x.map((value) => Math.abs(value));
  }
}

/** Whole powers multiply, 0.5 is the square root, others go through exp and log; 0 to a negative power is missing. */
function power({ exponent }: PowerTerm, x: Float64Array, math: ElementaryMath): Float64Array {
  const positive = Math.abs(exponent);
  const raised = positivePower(x, positive, math);
  if (exponent > 0) return raised;
  return raised.map((value) => (value === 0 ? NaN : 1 / value));
}

function positivePower(x: Float64Array, exponent: number, math: ElementaryMath): Float64Array {
  if (Number.isInteger(exponent)) return x.map((value) => wholePower(value, exponent));
  if (exponent === 0.5) return x.map((value) => Math.sqrt(value));
  const logs = math.log(x.map((value) => (value > 0 ? value : NaN)));
  const raised = math.exp(logs.map((value) => exponent * value));
  return raised.map((value, row) => (x[row] === 0 ? 0 : value));
}

function wholePower(x: number, exponent: number): number {
  if (exponent === 1) return x;
  const half = wholePower(x, Math.floor(exponent / 2));
  return exponent % 2 === 0 ? half * half : half * half * x;
}

function dummies(term: DummiesTerm, frame: Frame): Evaluated[] {
  const column = findColumn(frame.table, term.of.name, term.of.place);
  const { names, codes } = levelsOf(column, sampleByRow(frame));
  const base = term.ref === undefined ? 0 : names.indexOf(term.ref);
  if (base < 0) {
    const message = `column "${term.of.name}" has no value "${term.ref}" in the sample`;
    throw inputError(term.place, 'unknown-level', message, { level: term.ref });
  }
  const sorted = ordered(codes, frame);
  return names.flatMap((name, level) => {
    if (level === base) return [];
    const values = Float64Array.from(sorted, (code) => (code < 0 ? NaN : Number(code === level)));
    return [{ name: `${termName(term.of)}=${name}`, values }];
  });
}

function sampleByRow({ sample, panel }: Frame): Uint8Array | undefined {
  if (sample === undefined || panel === undefined) return sample;
  const byRow = new Uint8Array(sample.length);
  sample.forEach((keep, position) => (byRow[panel.order[position]!] = keep));
  return byRow;
}

function interactions(
  left: readonly Evaluated[],
  right: readonly Evaluated[],
  term: Term,
  frame: Frame,
): Evaluated[] {
  return left.flatMap((a) =>
    right.map((b) => {
      const values = product(a.values, b.values);
      checkFinite(values, term, frame);
      return { name: `${a.name}:${b.name}`, values };
    }),
  );
}

function product(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, row) => value * right[row]!);
}

function checkFinite(values: Float64Array, term: Term, { panel }: Frame): void {
  const position = values.findIndex((value) => Math.abs(value) === Infinity);
  if (position < 0) return;
  const row = rowNumber(panel?.order[position] ?? position);
  const message = `${termName(term)} must be finite, but is infinite in row ${row}`;
  throw inputError(term.place, 'infinite-value', message, { term: termName(term), row });
}
