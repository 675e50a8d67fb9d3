/** A column drawn from the distribution of another, with as many missing values. */
import type { Column } from '../../../data/index.js';
import type { Draws } from './draws.js';

/** Numbers with at most this many distinct values are drawn from these values. */
const FEW_NUMBERS = 12;
/** Texts with at most this many distinct values are levels, which the study may name. */
const FEW_TEXTS = 20;
/** Offset of the stream of a column's second draws, beyond all streams of first draws. */
const OTHER_STREAM = 2 ** 30;
/** Decimals that a number may have. */
const MOST_DECIMALS = 10;

export interface DrawnBy {
  readonly draws: Draws;
  readonly stream: number;
  /** The unit of each row: a column that is constant within units stays constant. */
  readonly units?: Int32Array | undefined;
}

export function drawnColumn(name: string, column: Column, by: DrawnBy): Column {
  const { draws, stream, units } = by;
  const n = column.values.length;
  const places = units !== undefined && isConstant(column, units) ? units : undefined;
  const each = <Value>(draw: (n: number) => readonly Value[]): readonly Value[] => {
    if (places === undefined) return draw(n);
    const values = draw(Math.max(...places) + 1);
    return Array.from(places, (place) => values[place]!);
  };
  const { label, unit, valueLabels } = column;
  const facts = {
    ...(label !== undefined && { label }),
    ...(unit !== undefined && { unit }),
    ...(valueLabels !== undefined && { valueLabels }),
  };
  const missing = missingRows(column, draws.units(2 * stream, n));
  if (column.kind === 'text') {
    const texts = column.values.filter((text) => text !== '');
    const values = each((count) => drawTexts(name, texts, draws.units(2 * stream + 1, count)));
    return {
      ...facts,
      kind: 'text',
      values: values.map((text, row) => (missing[row] ? '' : text)),
    };
  }
  const present = column.values.filter((value) => !Number.isNaN(value));
  const drawn = each((count) => drawNumbers(present, draws, 2 * stream + 1, count, column));
  const { frequency, boolean } = column;
  return {
    ...facts,
    kind: 'number',
    ...(frequency !== undefined && { frequency }),
    ...(boolean === true && { boolean }),
    values: Float64Array.from(drawn, (value, row) => (missing[row] ? NaN : value)),
  };
}

const isMissing = ({ kind, values }: Column, row: number): boolean =>
  kind === 'text' ? values[row] === '' : Number.isNaN(values[row]);

/** Rows to be missing, as many as in the column: those with the smallest draws. */
function missingRows(column: Column, draws: Float64Array): readonly boolean[] {
  const rows = [...draws.keys()];
  const count = rows.filter((row) => isMissing(column, row)).length;
  const chosen = new Set(rows.sort((a, b) => draws[a]! - draws[b]! || a - b).slice(0, count));
  return Array.from(draws, (_, row) => chosen.has(row));
}

/** True if no unit has two values, and some unit has two rows. */
export function isConstant(column: Column, units: Int32Array): boolean {
  const values = new Map<number, unknown>();
  let rows = 0;
  for (let row = 0; row < units.length; row++) {
    if (isMissing(column, row)) continue;
    rows++;
    const [unit, value] = [units[row]!, column.values[row]];
    if (values.has(unit) && values.get(unit) !== value) return false;
    values.set(unit, value);
  }
  return rows > values.size;
}

/** Draws levels by frequency; for many distinct texts, only their number is kept. */
function drawTexts(name: string, texts: readonly string[], draws: Float64Array): readonly string[] {
  const sorted = [...texts].sort();
  const distinct = [...new Set(sorted)];
  if (sorted.length === 0) return Array.from(draws, () => '');
  if (distinct.length <= FEW_TEXTS) {
    return Array.from(draws, (draw) => sorted[positionOf(draw, sorted.length)]!);
  }
  return Array.from(draws, (draw) => `${name} ${positionOf(draw, distinct.length) + 1}`);
}

function positionOf(draw: number, count: number): number {
  return Math.min(count - 1, Math.floor(draw * count));
}

/**
 * Draws few values by frequency; otherwise normal numbers with the same mean, standard deviation, range and decimals.
 */
function drawNumbers(
  values: Float64Array,
  draws: Draws,
  stream: number,
  count: number,
  column: Column,
): readonly number[] {
  const sorted = values.slice().sort();
  const n = sorted.length;
  if (n === 0) return Array.from({ length: count }, () => NaN);
  const isDate = 'frequency' in column && column.frequency !== undefined;
  if (isDate || new Set(sorted).size <= FEW_NUMBERS) {
    return Array.from(draws.units(stream, count), (draw) => sorted[positionOf(draw, n)]!);
  }
  const mean = sorted.reduce((sum, value) => sum + value / n, 0);
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2 / n, 0));
  const [low, high] = [sorted[0]!, sorted[n - 1]!];
  const decimals = Math.max(...Array.from(sorted, decimalsOf));
  const inside = draws.units(stream + OTHER_STREAM, count);
  return Array.from(draws.normals(stream, count), (draw, i) => {
    const value = mean + sd * draw;
    const isIn = value > low && value < high;
    return round(isIn ? value : low + (high - low) * inside[i]!, decimals);
  });
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const fraction = digits.split('.')[1]?.length ?? 0;
  return Math.min(MOST_DECIMALS, Math.max(0, fraction - Number(exponent)));
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
