/** The regressors of a fit in rows of other data. */
import { quoted } from '../../../core/errors/quoted.js';
import { newDataWithout } from '../../../words/errors/analysis/postestimation.js';
import { toldAgain } from '../../../words/told.js';
import type { Engine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { listed } from '../../../words/text/messages.js';
import {
  evaluateTerm,
  findColumn,
  type Frame,
  lagged,
  levelsOf,
  panelOf,
  type PanelIndex,
  type Table,
} from '../../../data/index.js';
import { effectsOf } from '../../../models/linear/model/effects.js';
import type { FitContext } from '../../../models/fit-context.js';
import { elementaryMath } from '../../../core/numerics/elementary.js';
import type { DesignFactor, DesignTerm, Indicator } from '../rows/design-terms.js';

/** Reasons why rows have no prediction: for each reason, 1 in the rows of the table to which it applies. */
export type Reasons = Map<string, Uint8Array>;

/** The levels of a factor in the sample of the fit. */
export type SeenLevels = (factor: string) => ReadonlySet<string>;

interface Source {
  readonly frame: Frame;
  readonly panel: PanelIndex | undefined;
  readonly differences: boolean;
}

interface Wanted {
  readonly designs: readonly DesignTerm[];
  readonly seen: SeenLevels;
  /** Receives the reasons why rows lack a regressor. */
  readonly reasons: Reasons;
}

/**
 * The regressors by the names of their coefficients, by row of the table.
 *
 * @throws InputError `unknown-column`, `text-in-numeric-column`, and the errors of a panel that the fit throws
 */
export function newRows(
  engine: Engine,
  context: FitContext,
  table: Table,
  { designs, seen, reasons }: Wanted,
): ReadonlyMap<string, Float64Array> {
  const source = sourceOf(engine, context, table, designs);
  const numeric = memo((factor: Exclude<DesignFactor, Indicator>) => {
    const { values, name } = evaluateTerm(factor, source.frame)[0]!;
    const byRow = tableOrder(values, source.panel);
    mark(reasons, `${name} missing`, (row) => Number.isNaN(byRow[row]), table.nrows);
    return byRow;
  });
  const texts = memo((of: string) => levelTexts(table, of, seen(of), reasons));
  const valuesOf = (factor: DesignFactor): Float64Array => {
    if (factor.kind !== 'indicator') return numeric(factor);
    return Float64Array.from(texts(factor.of), (level) => Number(level === factor.level));
  };
  const columns = new Map(
    designs.map(({ name, factors }) => [name, factors.map(valuesOf).reduce(times)] as const),
  );
  if (!source.differences) return columns;
  const differenced = new Map(
    [...columns].map(([name, values]) => [name, changes(values, source.panel!)] as const),
  );
  for (const values of differenced.values()) {
    mark(reasons, 'no row in the period before', (row) => Number.isNaN(values[row]), table.nrows);
  }
  return differenced;
}

/** A panel is indexed only if lags or differences need it, because new rows of a cross-section may repeat keys. */
function sourceOf(
  engine: Engine,
  { model }: FitContext,
  table: Table,
  designs: readonly DesignTerm[],
): Source {
  const { differenced: differences } = effectsOf(model);
  const shifts = designs.some(({ factors }) => factors.some(readsOtherRows));
  const keys = differences || shifts ? model.panel : undefined;
  const panel = keys && panelOf(table, keys);
  return { frame: { table, panel, math: elementaryMath(engine) }, panel, differences };
}

function readsOtherRows(factor: DesignFactor): boolean {
  switch (factor.kind) {
    case 'lag':
    case 'difference':
      return true;
    case 'call':
    case 'power':
      return readsOtherRows(factor.of);
    case 'interaction':
      return factor.factors.some(readsOtherRows);
    default:
      return false;
  }
}

/** The level of each row as text; '' if it is missing or not in the sample of the fit. */
function levelTexts(
  table: Table,
  of: string,
  seen: ReadonlySet<string>,
  reasons: Reasons,
): string[] {
  const { names, codes } = levelsOf(findColumn(table, of, 'new data'));
  const missing = (row: number) => codes[row] === -1;
  mark(reasons, `${of} missing`, missing, table.nrows);
  markUnseen(
    reasons,
    of,
    names.filter((level) => !seen.has(level)),
    (row) => {
      return codes[row]! >= 0 && !seen.has(names[codes[row]!]!);
    },
    table.nrows,
  );
  return Array.from(codes, (code) => (code < 0 || !seen.has(names[code]!) ? '' : names[code]!));
}

/** Adds a reason for the rows that pass a test, if there are any. */
export function mark(
  reasons: Reasons,
  reason: string,
  test: (row: number) => boolean,
  nrows: number,
): void {
  const applies = reasons.get(reason) ?? new Uint8Array(nrows);
  let any = false;
  for (let row = 0; row < nrows; row++) {
    if (!test(row)) continue;
    applies[row] = 1;
    any = true;
  }
  if (any) reasons.set(reason, applies);
}

/** Adds the reason that rows have levels that are not in the sample of the fit. */
export function markUnseen(
  reasons: Reasons,
  name: string,
  levels: readonly string[],
  test: (row: number) => boolean,
  nrows: number,
): void {
  if (levels.length === 0) return;
  const reason = `${name} not in the sample of the fit: ${listed(levels)}`;
  mark(reasons, reason, test, nrows);
}

function tableOrder(values: Float64Array, panel: PanelIndex | undefined): Float64Array {
  if (panel === undefined || panel.inPlace) return values;
  const result = new Float64Array(values.length);
  panel.order.forEach((row, position) => (result[row] = values[position]!));
  return result;
}

function changes(values: Float64Array, panel: PanelIndex): Float64Array {
  const inOrder = Float64Array.from(panel.order, (row) => values[row]!);
  const before = lagged(inOrder, panel, 1);
  const difference = inOrder.map((value, position) => value - before[position]!);
  return tableOrder(difference, { ...panel, inPlace: false });
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value * b[i]!);
}

function memo<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
}

/** @throws InputError `unknown-column` with a message that names the data without the column */
export function inNewData<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'unknown-column') throw error;
    const told = newDataWithout({ cause: quoted(error) });
    throw new InputError(toldAgain(told, { ...error.detail, ...told.detail }), 'predict');
  }
}
