import { gathered } from '../../../core/values/gathered.js';
import { noUsableRow } from '../../../words/errors/models/sample.js';
import { InputError } from '../../../core/errors/errors.js';
import { type DataInput, toTable } from '../../../data/to-table.js';
import { evaluateTerm, type Frame, requiredColumns } from '../../../data/evaluate.js';
import { hasDummies, termName, type Term, termKey } from '../../../data/formula/term.js';
import { calendarFacts, lagged, type PanelIndex } from '../../../data/panel/panel.js';
import type { Ledger } from '../../../data/ledger.js';
import { marginsOf } from '../../../data/formula/coding.js';
import { panelOf } from '../../../data/panel/index-panel.js';
import { withCopies } from '../../../data/panel/numbered.js';
import type { Table } from '../../../data/table.js';
import { extraEntries } from '../../covariances/registry.js';
import type { LinearCovariance } from '../model/model.js';
import { type Dependence, dependenceOf } from './dependence.js';
import { categoriesOf, type Grouping, groupingOf } from './effects.js';
import { givenMargins } from './margins.js';
import { checkNames } from './names.js';
import { chooseRows } from './rows.js';
import { readWeights } from './weights.js';
import type { LinearSpec } from './spec.js';

/** The rows of a linear regression as the core takes them, with the names and facts that reports need. */
export interface LinearSample extends Dependence {
  readonly depvar: string;
  /**
   * Names of the regressors. `_cons` is the last one if there is an intercept, unless some terms must come after it.
   */
  readonly names: readonly string[];
  /** Number of columns of each term of the formula. */
  readonly widths: readonly number[];
  /** Terms with i() that have no column because their factors have a single level in the sample. */
  readonly emptyTerms?: readonly string[];
  readonly intercept: boolean;
  readonly nrows: number;
  /**
   * Columns of the regressors and the outcome (each nrows), which share no memory with the table. The number 1 stands
   * for the constant.
   */
  readonly x: readonly (Float64Array | number)[];
  readonly y: Float64Array;
  /** Rounding errors of computed columns, in the same shapes; 0 for exact columns. */
  readonly xLow?: readonly (Float64Array | number)[] | undefined;
  readonly yLow?: Float64Array | undefined;
  readonly weights?: Float64Array | undefined;
  /** Clusters and order of the weighting matrix, if they differ from those of `vcov`. */
  readonly weighting?: Dependence | undefined;
  /** The unit column whose effects first differences take out. */
  readonly differencedBy?: string | undefined;
  /** The effects to absorb, in the formula's order. */
  readonly absorbed: readonly Grouping[];
  readonly panel?: PanelIndex | undefined;
  /** What a result says of the panel's calendar. */
  readonly facts?: ReturnType<typeof calendarFacts> | undefined;
  /**
   * The table of the rows. A bootstrap looks up its cluster and order columns there. Columns that the model names are
   * copies; other columns are the caller's.
   */
  readonly table: Table;
  /** Row number in the table of each row used. */
  readonly rows: Int32Array;
  readonly ledger: Ledger;
  readonly nrowsRead: number;
}

/**
 * Evaluates formula, filter, weights and clusters on the data. Rows keep the table's order; with a panel they are
 * sorted by unit and period.
 *
 * @throws InputError for unknown or text columns, names that are taken, weights of the wrong kind, a sample without rows
 */
export function buildSample(spec: LinearSpec, data: DataInput, math: Frame['math']): LinearSample {
  const table = toTable(data);
  const { shared } = table;
  if (shared === undefined) return newSample(spec, table, math);
  const key = sampleKey(spec);
  if (shared.sample?.key === key) return shared.sample.sample as LinearSample;
  const sample = newSample(spec, table, math);
  shared.sample = { key, sample };
  return sample;
}

/** Equal for models with the same sample: a covariance without clusters, order and columns does not change it. */
function sampleKey({ formula, vcov, ...spec }: LinearSpec): string {
  const { estimator, where, panel, weights, weighting, termsBeforeConstant, differences } = spec;
  const rows = [estimator, where, panel, weights, weighting, termsBeforeConstant, differences];
  const ties = [vcov.cluster, vcov.order, extraColumns(vcov), spec.absorbs, formula.intercept];
  return JSON.stringify([formula.text, ...rows, ...ties]);
}

function newSample(spec: LinearSpec, table: Table, math: Frame['math']): LinearSample {
  const panel = spec.panel === undefined ? undefined : panelOf(table, spec.panel);
  // Differences round again, so low words would be lost.
  const everywhere: Frame = { table, panel, math, lowWords: spec.differences !== true };
  const { depvar: left, regressors: right } = spec.formula;
  const effects = categoriesOf(spec.formula.effects, table);
  const source = { spec, table, panel, effects, math };
  // i(x) has a dummy for each level in the sample, so the sample must be settled first, from what the terms require.
  const required = new Map(
    [left, ...right].map((term) => [term, requiredColumns([term], everywhere)]),
  );
  const used = chooseRows([...required.values()].flat(), source);
  if (used.rowsUsed === 0) throw emptySample(spec, used);
  const frame: Frame = { ...everywhere, sample: used.keep };
  const margins = spec.margins ?? marginsOf([right], givenMargins(spec.formula, spec));
  const columnsOf = (term: Term) =>
    hasDummies(term) ? evaluateTerm(term, frame, margins.get(termKey(term))) : required.get(term)!;
  const depvar = columnsOf(left)[0]!;
  const parts = right.map(columnsOf);
  checkNames(
    spec.estimator,
    parts.flat().map(({ name }) => name),
  );
  const positions = keptPositions(used);
  const rows =
    panel === undefined ? positions : positions.map((position) => panel.order[position]!);
  const gather = (values: Float64Array) =>
    gathered(spec.differences === true ? differenced(values, panel!) : values, positions);
  const { intercept } = spec.formula;
  const columns = withConstant(parts, spec);
  const calendar = { table, panel, keys: spec.panel };
  return {
    depvar: depvar.name,
    names: columns.map((column) => column?.name ?? '_cons'),
    widths: parts.map(({ length }) => length),
    emptyTerms: right.filter((_, i) => parts[i]!.length === 0).map(termName),
    intercept,
    nrows: rows.length,
    x: columns.map((column) => (column === undefined ? 1 : gather(column.values))),
    y: gather(depvar.values),
    xLow: columns.some((column) => column?.low !== undefined)
      ? columns.map((column) => (column?.low === undefined ? 0 : gather(column.low)))
      : undefined,
    yLow: depvar.low && gather(depvar.low),
    weights: readWeights(spec, table, rows),
    ...dependenceOf(spec.vcov, calendar, rows, 'vcov'),
    weighting: spec.weighting && dependenceOf(spec.weighting, calendar, rows, 'weight'),
    differencedBy: spec.differences === true ? spec.panel?.unit : undefined,
    absorbed: effects.map((effect) => groupingOf(effect, rows)),
    panel,
    facts: panel && calendarFacts(panel),
    table: withCopies(table, namedColumns(spec)),
    rows,
    ledger: used,
    nrowsRead: table.nrows,
  };
}

export function keptPositions({ keep, rowsUsed }: Ledger): Int32Array {
  const positions = new Int32Array(rowsUsed);
  let next = 0;
  for (let position = 0; next < rowsUsed; position++) {
    positions[next] = position;
    next += keep[position]!;
  }
  return positions;
}

/** The columns that a model names for its panel, effects and covariance. */
function namedColumns({ panel, formula, vcov, weighting }: LinearSpec): string[] {
  const columns = [vcov, weighting].flatMap((covariance) =>
    covariance === undefined
      ? []
      : [...(covariance.cluster ?? []), covariance.order, ...extraColumns(covariance)],
  );
  const effects = formula.effects.flatMap((term) => (term.kind === 'column' ? [term.name] : []));
  return [panel?.unit, panel?.time, ...effects, ...columns].filter((name) => name !== undefined);
}

const extraColumns = (vcov: LinearCovariance) =>
  extraEntries<string>(vcov, 'columns').map(([, name]) => name);

function differenced(values: Float64Array, panel: PanelIndex): Float64Array {
  const before = lagged(values, panel, 1);
  return values.map((value, position) => value - before[position]!);
}

/** The columns of all terms in order; undefined is the constant. */
export function withConstant<T>(
  parts: readonly (readonly T[])[],
  { formula, termsBeforeConstant = parts.length }: LinearSpec,
): (T | undefined)[] {
  const before = parts.slice(0, termsBeforeConstant).flat();
  const after = parts.slice(termsBeforeConstant).flat();
  return [...before, ...(formula.intercept ? [undefined] : []), ...after];
}

export function emptySample(
  { estimator }: LinearSpec,
  { lost, rowsRead }: Pick<Ledger, 'lost' | 'rowsRead'>,
): InputError {
  return new InputError(noUsableRow({ lost, read: rowsRead }), estimator);
}
