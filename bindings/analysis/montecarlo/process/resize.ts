import { type Column, panelOf, type PanelKeys, type Table } from '../../../data/index.js';

/** Size of a simulated panel. */
export interface Size {
  /** The first units of the panel, then copies of them if more are needed. */
  readonly units: number;
  /** The first periods of the calendar. */
  readonly periods: number;
}

/** The table with other numbers of units and periods. Each copy of a unit gets a new name. */
export function resized(table: Table, keys: PanelKeys, { units, periods }: Size): Table {
  const panel = panelOf(table, keys);
  const rows: number[] = [];
  const copies: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    const source = unit % panel.nunits;
    for (let i = panel.unitStart[source]!; i < panel.unitStart[source + 1]!; i++) {
      if (panel.period[i]! >= periods) continue;
      rows.push(panel.order[i]!);
      copies.push(Math.floor(unit / panel.nunits));
    }
  }
  const columns = new Map<string, Column>();
  for (const [name, column] of table.columns) {
    const values = takeRows(column, rows);
    columns.set(name, name === keys.unit ? apart(values, copies) : values);
  }
  return { nrows: rows.length, columns };
}

function takeRows(column: Column, rows: readonly number[]): Column {
  return column.kind === 'number'
    ? {
        kind: 'number',
        values: Float64Array.from(rows, (row) => column.values[row]!),
        ...(column.frequency && { frequency: column.frequency }),
      }
    : { kind: 'text', values: rows.map((row) => column.values[row]!) };
}

/** Gives copies new names, `a #2`, or numbers beyond those of the units before. */
function apart(column: Column, copies: readonly number[]): Column {
  if (column.kind === 'text') {
    const values = column.values.map((name, i) =>
      copies[i] === 0 ? name : `${name} #${copies[i]! + 1}`,
    );
    return { kind: 'text', values };
  }
  const [low, high] = column.values.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Infinity, -Infinity],
  );
  const range = Math.ceil(high - low) + 1;
  return { kind: 'number', values: column.values.map((id, i) => id + copies[i]! * range) };
}
