/** One pass over the blocks of a table: which rows are used, and their columns. */
import { InputError } from '../../core/errors/errors.js';
import {
  type Column,
  columnsOf,
  type Evaluated,
  factorsOf,
  findColumn,
  type Frame,
  hasDummies,
  numericColumn,
  requiredColumns,
  Spill,
  type StreamedTable,
  type FileRows,
  type Table,
  type Term,
  termKey,
} from '../../data/index.js';
import { chooseRows, rowRules } from '../linear/design/rows.js';
import { keptPositions } from '../linear/design/sample.js';
import { gathered } from '../../core/values/gathered.js';
import type { LinearSpec } from '../linear/design/spec.js';
import { checkWeights, takeWeights } from '../linear/design/weights.js';
import { DesignRows } from './design-rows.js';
import { Distinct } from './distinct.js';
import { withRow } from './errors.js';
import type { Ledger, LossReason } from '../../data/ledger.js';

/** The rows used, and what was counted. */
export interface Survey {
  readonly rows: DesignRows;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly lost: Ledger['lost'];
  /** Smallest and largest value of the outcome. */
  readonly range: readonly [low: number, high: number];
}

/**
 * Chooses the rows of a model and writes their columns.
 *
 * @throws InputError as `buildSample`; if the data have several errors, the one in the earliest block
 */
export function survey(spec: LinearSpec, table: StreamedTable, math: Frame['math']): Survey {
  const terms = [spec.formula.depvar, ...spec.formula.regressors];
  const counts = new Map(
    reasonsOf(spec, table, math).map((why) => [why.reason, { ...why, rows: 0 }]),
  );
  const rows = openRows(spec, terms);
  let rowsRead = 0;
  let rowsUsed = 0;
  let [low, high] = [Infinity, -Infinity];
  let heaviest = 0;
  try {
    for (let b = 0; b < table.nblocks; b++) {
      const block = table.block(b);
      const first = rowsRead;
      rowsRead += block.nrows;
      const counted = inBlock(first, table.fileRows, () => takeBlock(spec, block, rows, math));
      for (const { reason, rows: lost } of counted.lost) counts.get(reason)!.rows += lost;
      rowsUsed += counted.rowsUsed;
      low = Math.min(low, counted.range[0]);
      high = Math.max(high, counted.range[1]);
      heaviest = Math.max(heaviest, counted.heaviest);
    }
    if (spec.weights !== undefined) {
      checkWeights({ ...spec, weights: spec.weights }, Float64Array.of(heaviest));
    }
  } catch (error) {
    rows.close();
    throw error;
  }
  const lost = [...counts.values()];
  return { rows, rowsRead, rowsUsed, lost: lost.filter((one) => one.rows > 0), range: [low, high] };
}

function openRows({ weights, vcov }: LinearSpec, terms: readonly Term[]): DesignRows {
  const rows = new DesignRows();
  for (const term of terms) {
    if (!hasDummies(term)) {
      if (!rows.plain.has(termKey(term)))
        rows.plain.set(termKey(term), { values: new Spill('float'), low: undefined });
      continue;
    }
    for (const factor of factorsOf(term)) {
      if (factor.kind === 'dummies') {
        const { name } = factor.of;
        if (!rows.levels.has(name))
          rows.levels.set(name, { codes: new Spill('code'), distinct: new Distinct(name) });
      } else {
        for (const name of columnsOf(factor)) {
          if (!rows.factors.has(name)) rows.factors.set(name, new Spill('float'));
        }
      }
    }
  }
  if (weights !== undefined) rows.weights = new Spill('float');
  for (const column of vcov.cluster ?? []) {
    rows.clusters.push({ column, codes: new Spill('code'), distinct: new Distinct(column) });
  }
  return rows;
}

interface BlockCounts {
  readonly rowsUsed: number;
  readonly lost: Ledger['lost'];
  readonly range: readonly [low: number, high: number];
  /** Largest weight. */
  readonly heaviest: number;
}

function takeBlock(
  spec: LinearSpec,
  table: Table,
  rows: DesignRows,
  math: Frame['math'],
): BlockCounts {
  const terms = [spec.formula.depvar, ...spec.formula.regressors];
  const frame: Frame = { table, math, lowWords: true, columns: new Map() };
  const required = new Map(terms.map((term) => [term, requiredColumns([term], frame)]));
  const used = chooseRows([...required.values()].flat(), {
    spec,
    table,
    panel: undefined,
    effects: [],
    math,
  });
  const positions = keptPositions(used);
  const outcome = addPlain(required, rows, positions);
  for (const [name, spill] of rows.factors) {
    spill.add(gathered(numericColumn(table, name, name), positions));
  }
  for (const [name, { codes, distinct }] of rows.levels) {
    codes.add(distinct.add(findColumn(table, name, name), positions));
  }
  for (const { column, codes, distinct } of rows.clusters) {
    codes.add(distinct.add(findColumn(table, column, 'vcov.cluster'), positions));
  }
  return { ...used, range: rangeOf(outcome), heaviest: addWeights(spec, table, rows, positions) };
}

/** Adds the terms without `i(x)`; returns the outcome. */
function addPlain(
  required: ReadonlyMap<Term, readonly Evaluated[]>,
  rows: DesignRows,
  positions: Int32Array,
): Float64Array {
  let outcome: Float64Array | undefined;
  const done = new Set<string>();
  for (const [term, [column]] of required) {
    const key = termKey(term);
    if (hasDummies(term) || done.has(key)) continue;
    done.add(key);
    const plain = rows.plain.get(key)!;
    const values = gathered(column!.values, positions);
    outcome ??= values;
    plain.values.add(values);
    if (column!.low === undefined) continue;
    plain.low ??= new Spill('float');
    plain.low.add(gathered(column!.low, positions));
  }
  return outcome!;
}

function addWeights(
  { estimator, weights }: LinearSpec,
  table: Table,
  rows: DesignRows,
  positions: Int32Array,
): number {
  if (weights === undefined) return 0;
  const values = numericColumn(table, weights.column, 'weights.column');
  rows.weights!.add(takeWeights({ estimator, weights }, values, positions));
  return values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
}

function rangeOf(values: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** Turns an error about a row of a block into one about that row of the file. */
function inBlock<T>(first: number, fileRows: FileRows | undefined, use: () => T): T {
  try {
    return use();
  } catch (error) {
    throw error instanceof InputError ? withRow(error, (row) => row + first, fileRows) : error;
  }
}

/**
 * The reasons for losing rows, in their order, from a table in which all values are missing except the distinct texts.
 * This also finds the names and types that the model cannot use.
 */
function reasonsOf(spec: LinearSpec, table: StreamedTable, math: Frame['math']): LossReason[] {
  const probe = probeOf(table);
  const terms = [spec.formula.depvar, ...spec.formula.regressors];
  try {
    const columns = terms.flatMap((term) => requiredColumns([term], { table: probe, math }));
    return rowRules(columns, { spec, table: probe, panel: undefined, effects: [], math }).map(
      ({ reason, told }) => ({ reason, ...(told && { told }) }),
    );
  } catch (error) {
    if (!(error instanceof InputError) || typeof error.detail['column'] !== 'string') throw error;
    const texts = table.texts(error.detail['column']);
    throw texts === undefined
      ? error
      : withRow(error, (row) => texts.firstRows[row]!, table.fileRows);
  }
}

function probeOf(table: StreamedTable): Table {
  const names = [...table.columnNames];
  const lists = names.map((name) => table.texts(name)?.values);
  const nrows = 1 + Math.max(0, ...lists.map((list) => list?.length ?? 0));
  const columns = names.map((name, j): [string, Column] => {
    const list = lists[j];
    if (list === undefined) {
      const like = table.like(name);
      const frequency = like?.kind === 'number' ? like.frequency : undefined;
      const values = new Float64Array(nrows).fill(NaN);
      return [name, { kind: 'number', values, ...(frequency !== undefined && { frequency }) }];
    }
    return [
      name,
      { kind: 'text', values: [...list, ...new Array<string>(nrows - list.length).fill('')] },
    ];
  });
  return { nrows, columns: new Map(columns) };
}
