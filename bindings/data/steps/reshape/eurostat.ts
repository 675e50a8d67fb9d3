/** Eurostat's tables of tabs: codes of a series and a place in the first column, and one column for each year. */
import { InputError } from '../../../core/errors/errors.js';
import { badDeclaredCell } from '../../../words/errors/readers/csv.js';
import { withoutMarks } from '../../cells/marks.js';
import { plainNumbers } from '../../cells/number-format.js';
import type { Column } from '../../column.js';
import { rowNumber } from '../../place.js';
import { type Table, withoutFileRows } from '../../table.js';
import type { Series } from './series.js';

const flagged = withoutMarks(plainNumbers({ decimal: '.', thousands: [], percent: false }));

/** The values without their flags, with `:` as missing; undefined for a table of another form. */
export function fromEurostat(table: Table): Series | undefined {
  const [corner = ''] = table.columns.keys();
  const codes = table.columns.get(corner);
  if (!/\\TIME_PERIOD$/i.test(corner) || codes?.kind !== 'text') return undefined;
  const [place = '', ...dimensions] = corner.replace(/\\.*$/, '').split(',').reverse();
  const times = [...table.columns.keys()].slice(1);
  const parts = codes.values.map((cell) => cell.split(',').reverse());
  const places = parts.map(([one = '']) => one);
  const varying = dimensions.flatMap((_, i) =>
    parts.some((part) => part[i + 1] !== parts[0]![i + 1]) ? [i + 1] : [],
  );
  const naming = varying.length > 0 ? varying.reverse() : [1];
  const series = parts.map((part) => naming.map((i) => part[i]).join('_'));
  const repeated = (texts: readonly string[]): Column => ({
    kind: 'text',
    values: texts.flatMap((text) => times.map(() => text)),
  });
  const values = places.flatMap((_, row) => times.map((time) => valueOf(table, time, row)));
  const columns = new Map<string, Column>([
    [place, repeated(places)],
    ['time', timeColumn(times, table.nrows)],
    ['value', { kind: 'number', values: Float64Array.from(values) }],
    ['series', repeated(series)],
  ]);
  return {
    table: { ...withoutFileRows(table), nrows: values.length, columns, warnings: [] },
    id: [place],
    time: 'time',
    value: 'value',
    series: 'series',
    labels: new Map(),
  };
}

/** Years as numbers, other periods as texts. */
function timeColumn(times: readonly string[], count: number): Column {
  const written = times.map((time) => time.trim());
  const all = Array.from({ length: count }, () => written).flat();
  const areYears = written.every((time) => /^\d{4}$/.test(time));
  return areYears
    ? { kind: 'number', values: Float64Array.from(all, Number) }
    : { kind: 'text', values: all };
}

function valueOf(table: Table, time: string, row: number): number {
  const column = table.columns.get(time)!;
  if (column.kind === 'number') return column.values[row]!;
  const cell = column.values[row]!.trim();
  if (cell === '' || /^:(?:\s|$)/.test(cell)) return NaN;
  const digits = flagged(cell);
  if (digits !== undefined) return Number(digits);
  const place = { column: time, row: rowNumber(row, table.fileRows), cell };
  const detail = { ...place, type: undefined, examples: [], code: undefined };
  throw new InputError(badDeclaredCell(detail), 'reshape');
}
