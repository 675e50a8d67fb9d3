/**
 * The units that are drawn if indices are built again: the units of the estimate, then those that only an index uses.
 */
import * as said from '../../../words/errors/bootstrap/indices.js';
import { findColumn, levelsOf, rowNumber, type Table } from '../../../data/index.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';
import { noBootstrap } from '../../../models/replicates/refusal.js';
import type { BootstrapTask } from '../replicator.js';
import { orderedUnits, type Units } from '../tasks/units.js';
import type { DrawnUnits } from '../tasks/rebuild.js';

/**
 * Numbers the units. Units of the estimate keep the numbers that they have without an index. So a replicate draws the
 * same units, unless it draws blocks of rows.
 *
 * @throws InputError `no-bootstrap` if a row of the index has no cluster, or if units have unequal probabilities and not
 *   all of them are units of the estimate
 */
export function unitsWithIndex(
  context: FitContext,
  task: BootstrapTask,
  table: Table,
  indexed: Uint8Array,
): DrawnUnits {
  const model = fittedModel(context);
  if (model.byUnit !== undefined) return { ...model.byUnit.unitsOfRows(context), others: [] };
  const rows = model.rows(context);
  const { cluster, order } = task.scheme;
  if (order !== undefined) return orderedRows({ table, order }, rows, indexed);
  // Tasks of all models that are not of units have them. The kinds of tasks would load the code of replicates.
  const { codes, count } = (task as BootstrapTask & { readonly units: Units }).units;
  const unitOf = new Int32Array(table.nrows).fill(-1);
  rows.forEach((row, i) => (unitOf[row] = codes[i]!));
  const labels = cluster === undefined ? rowLabels(table) : clusterLabels(table, cluster);
  const drawn = withOthers({ unitOf, count, indexed }, labels);
  if (task.recenter !== 'brown-newey' || drawn.others.length === 0) return drawn;
  throw noBootstrap(said.otherIndexUnits({ other: drawn.others[0]! }));
}

/** The unit that each row belongs to, by a code of its own kind, and the name of the unit. */
interface RowLabels {
  readonly codeOf: (row: number) => number;
  readonly nameOf: (row: number) => string;
}

function rowLabels({ fileRows }: Table): RowLabels {
  return { codeOf: (row) => row, nameOf: (row) => `row ${rowNumber(row, fileRows)}` };
}

function clusterLabels(table: Table, cluster: string): RowLabels {
  const { codes, names } = levelsOf(findColumn(table, cluster, 'bootstrap.cluster'));
  const codeOf = (row: number) => {
    if (codes[row]! >= 0) return codes[row]!;
    throw noBootstrap(
      said.noClusterOfIndex({ column: cluster, row: rowNumber(row, table.fileRows) }),
    );
  };
  return { codeOf, nameOf: (row) => `${cluster} ${names[codes[row]!]!}` };
}

interface EstimateUnits {
  readonly unitOf: Int32Array;
  readonly count: number;
  readonly indexed: Uint8Array;
}

/** Adds the rows that have an index but are not in the estimate: to the units they belong to, or to new units. */
function withOthers({ unitOf, count, indexed }: EstimateUnits, labels: RowLabels): DrawnUnits {
  const numbers = new Map<number, number>();
  unitOf.forEach((unit, row) => {
    if (unit >= 0) numbers.set(labels.codeOf(row), unit);
  });
  const others: string[] = [];
  const all = unitOf.map((unit, row) => {
    if (unit >= 0 || indexed[row] === 0) return unit;
    const code = labels.codeOf(row);
    const known = numbers.get(code);
    if (known !== undefined) return known;
    const number = count + others.length;
    numbers.set(code, number);
    others.push(labels.nameOf(row));
    return number;
  });
  return { unitOf: all, count: count + others.length, others };
}

function orderedRows(
  { table, order }: { readonly table: Table; readonly order: string },
  rows: Int32Array,
  indexed: Uint8Array,
): DrawnUnits {
  const used = new Uint8Array(indexed);
  for (const row of rows) used[row] = 1;
  const all = Int32Array.from(used.keys()).filter((row) => used[row] === 1);
  const { codes, count } = orderedUnits({ table, rows: all }, order);
  const unitOf = new Int32Array(table.nrows).fill(-1);
  all.forEach((row, i) => (unitOf[row] = codes[i]!));
  return { unitOf, count, others: [] };
}
