/** Guesses the columns of units and periods. */
import { type Column, levelsOf, type Table } from '../../../data/index.js';
import { count } from '../../../words/text/counts.js';

/** A pair of columns that identifies each row. */
export interface PanelGuess {
  readonly unit: string;
  readonly time: string;
  /** Number of the unit of each row; -1 without one. */
  readonly units: readonly number[];
  /** Number of the period of each row; -1 without one. */
  readonly periods: Float64Array;
  readonly nunits: number;
  readonly nperiods: number;
  /** Why these columns: `30 units, 5 periods, no pair twice`. */
  readonly why: string;
}

const timeName =
  /^(?:year|yr|date|time|period|quarter|month|week|day|wave|round|t|年份?|时间|日期|季度|月份?|期)$|year$/i;
const unitName =
  /^(?:id|code|unit|firm|company|country|province|state|region|city|county|district|bank|person|household|school|i|n|省份?|地区|城市|市|县|企业|公司|国家|个体|代码)$|(?:^|_)(?:id|code|name)$/i;

/** Range of calendar years in data. */
const YEARS = [1500, 2200] as const;
/** Maximum number of columns tried: the first ones of their kind. */
const MOST_TRIED = 12;

interface Candidate {
  readonly name: string;
  readonly codes: readonly number[];
  readonly levels: number;
  /** How strongly its name and kind suggest it. */
  readonly weight: number;
}

/**
 * The columns of units and periods: texts or whole numbers that repeat, with times that look like years or dates or
 * have such names, and no pair in two rows. Undefined if there are none.
 */
export function panelOf(table: Table): PanelGuess | undefined {
  const times = candidates(table, timeWeight);
  const units = candidates(table, unitWeight);
  const pairs = times.flatMap((time) =>
    units
      .filter((unit) => unit.name !== time.name && isPanel(unit, time, table.nrows))
      .map((unit) => ({ unit, time, weight: unit.weight + time.weight })),
  );
  const [best] = pairs.sort((one, other) => other.weight - one.weight);
  if (best === undefined) return undefined;
  const { unit, time } = best;
  return {
    unit: unit.name,
    time: time.name,
    units: unit.codes,
    periods: Float64Array.from(time.codes),
    nunits: unit.levels,
    nperiods: time.levels,
    why: `${count(unit.levels)} units, ${count(time.levels)} periods, no pair in two rows`,
  };
}

function candidates(
  table: Table,
  weightOf: (name: string, column: Column) => number | undefined,
): Candidate[] {
  const weighed = [...table.columns].flatMap(([name, column]) => {
    const weight = name.includes('`') ? undefined : weightOf(name, column);
    return weight === undefined ? [] : [{ name, column, weight }];
  });
  return weighed
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_TRIED)
    .map(({ name, column, weight }) => {
      const { names, codes } = levelsOf(column);
      return { name, weight, codes: Array.from(codes), levels: names.length };
    });
}

/** Names have the most weight, then dates and years, then whole numbers from 0 or 1 on. */
function timeWeight(name: string, column: Column): number | undefined {
  if (column.kind !== 'number') return undefined;
  const named = timeName.test(name) ? 4 : 0;
  if (column.frequency !== undefined) return named + 3;
  const whole = wholeRange(column.values);
  if (whole === undefined) return undefined;
  const [low, high] = whole;
  if (low >= YEARS[0] && high <= YEARS[1]) return named + 2;
  return named > 0 ? named : undefined;
}

/** Texts have more weight than numbers that code them. */
export function unitWeight(name: string, column: Column): number | undefined {
  const named = unitName.test(name) ? 2 : 0;
  if (column.kind === 'text') return named + 1;
  if (column.frequency !== undefined || wholeRange(column.values) === undefined) return undefined;
  return named + (column.valueLabels === undefined ? 0 : 1);
}

/** The range of whole numbers; undefined if there are other numbers or none. */
function wholeRange(values: Float64Array): readonly [number, number] | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return undefined;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : undefined;
}

/** True for units with two or more rows on average, several periods, and no pair in two rows. */
function isPanel(unit: Candidate, time: Candidate, nrows: number): boolean {
  if (unit.levels < 2 || time.levels < 2 || nrows < 2 * unit.levels) return false;
  const seen = new Set<number>();
  return unit.codes.every((code, i) => {
    const period = time.codes[i]!;
    if (code < 0 || period < 0) return true;
    const pair = code * time.levels + period;
    if (seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
}
