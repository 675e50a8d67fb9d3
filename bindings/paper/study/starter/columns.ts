/** Guesses what columns of data may be in a study: outcomes, regressors, groups. */
import { type Column, levelsOf, type Table } from '../../../data/index.js';
import type { PanelGuess } from './panel.js';

/** The columns used in a starter's models, as formulas write them. */
export interface Roles {
  readonly outcome: string;
  readonly regressor: string;
  readonly controls: readonly string[];
  /** A column with a few texts, whose values are groups. */
  readonly groups?: string;
}

/** Maximum controls in a starter; the author adds others. */
const MOST_CONTROLS = 5;
/** Maximum groups in a table. */
const MOST_GROUPS = 8;
/** Minimum rows of a first model with one regressor, and per coefficient of others. */
const LEAST_ROWS = 4;
const ROWS_PER_COEFFICIENT = 3;
/** Columns with at least this correlation count as the same. */
const SAME = 0.95;

/**
 * True for a name that a formula can write: quoted names cannot contain a backquote, and `$` starts the name of a set.
 */
export const isWritable = (name: string) => !/[`\n\r\t]/.test(name) && !name.startsWith('$');

/**
 * The first columns of numbers that vary: the outcome, the regressor and controls. A later column is left out if it
 * repeats an earlier one or the periods, or if too few complete rows would remain. In a panel with one column the
 * regressor is the period. Undefined if there are fewer columns.
 */
export function rolesOf(table: Table, panel: PanelGuess | undefined): Roles | undefined {
  const chosen: { readonly name: string; readonly values: Float64Array }[] = [];
  let rows = new Uint8Array(table.nrows).fill(1);
  for (const [name, column] of table.columns) {
    if (chosen.length === MOST_CONTROLS + 2) break;
    if (column.kind !== 'number' || !isCandidate(name, column, panel)) continue;
    const { values } = column;
    const kept = rows.map((row, i) => (Number.isFinite(values[i]) ? row : 0));
    const count = kept.reduce((sum, row) => sum + row, 0);
    if (count < (chosen.length < 2 ? LEAST_ROWS : ROWS_PER_COEFFICIENT * (chosen.length + 2))) {
      continue;
    }
    if (!varies(values, kept, panel)) continue;
    const before = [
      ...chosen.map((one) => one.values),
      ...(panel === undefined ? [] : [panel.periods]),
    ];
    if (before.some((other) => Math.abs(correlation(other, values, kept)) > SAME)) continue;
    rows = kept;
    chosen.push({ name, values });
  }
  const [outcome, regressor = panel?.time, ...controls] = chosen.map(({ name }) => name);
  if (outcome === undefined || regressor === undefined) return undefined;
  const groups = groupsOf(table, panel);
  return { outcome, regressor, controls, ...(groups !== undefined && { groups }) };
}

/** True for numbers that measure something: not periods, identifiers, categories or dummies. */
function isCandidate(
  name: string,
  column: Column & { readonly kind: 'number' },
  panel: PanelGuess | undefined,
): boolean {
  if (!isWritable(name) || name === panel?.unit || name === panel?.time) return false;
  if (column.frequency !== undefined || column.boolean || column.valueLabels !== undefined) {
    return false;
  }
  return !/^(?:id|code|index|year)$|_id$/i.test(name);
}

/** True for more than two values; in a panel, not for whole numbers that are constant within units. */
function varies(values: Float64Array, rows: Uint8Array, panel: PanelGuess | undefined): boolean {
  const present = values.filter((_, i) => rows[i] === 1);
  if (new Set(present.slice(0, 1000)).size < 3 && new Set(present).size < 3) return false;
  if (panel === undefined || !present.every(Number.isInteger)) return true;
  const first = new Map<number, number>();
  return panel.units.some((unit, i) => {
    if (rows[i] === 0 || unit < 0) return false;
    const known = first.get(unit);
    if (known === undefined) first.set(unit, values[i]!);
    return known !== undefined && known !== values[i];
  });
}

function correlation(one: Float64Array, other: Float64Array, rows: Uint8Array): number {
  const means = [one, other].map((values) => meanOf(values, rows));
  const sums = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] === 0) continue;
    const [x, y] = [one[i]! - means[0]!, other[i]! - means[1]!];
    sums[0]! += x * y;
    sums[1]! += x * x;
    sums[2]! += y * y;
  }
  return sums[0]! / Math.sqrt(sums[1]! * sums[2]!);
}

function meanOf(values: Float64Array, rows: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] === 0) continue;
    sum += values[i]!;
    count += 1;
  }
  return sum / count;
}

function groupsOf(table: Table, panel: PanelGuess | undefined): string | undefined {
  for (const [name, column] of table.columns) {
    if (column.kind !== 'text' || name === panel?.unit || !isWritable(name)) continue;
    const count = levelsOf(column).names.length;
    if (count > 1 && count <= MOST_GROUPS) return name;
  }
  return undefined;
}
