/** Small simulated panels, their transformations and comparisons of fits on them. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { FitResult } from 'wasmetrics';
import type { DpdModelInput } from 'wasmetrics/types';
import { generatePanel } from '../../bench/generate.js';
import { mix } from '../../bench/random.js';

/** Columns unit, time, y, x1 (endogenous) and z1 (exogenous); NaN is missing. */
export type Columns = Readonly<Record<string, readonly number[]>>;

export interface PanelShape {
  readonly units: number;
  readonly periods: number;
  readonly seed: number;
  /** Share of rows that are missing, and of rows that lack z1. */
  readonly holes?: number;
}

export function simulate({ units, periods, seed, holes = 0 }: PanelShape): Columns {
  const size = { name: 'test', units, periods, endogenous: 1, exogenous: 1, external: 0 };
  const { columns } = generatePanel({ ...size, instruments: 0 }, seed);
  const share = (row: number, salt: number) => mix(mix(seed + salt) ^ row) / 2 ** 32;
  const kept = pickRows(toArrays(columns), (row) => share(row, 1) >= holes);
  const z1 = kept['z1']!.map((value, row) => (share(row, 2) < holes ? NaN : value));
  return { ...kept, z1 };
}

function toArrays(columns: Readonly<Record<string, ArrayLike<number>>>): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, c]) => [name, Array.from(c)]));
}

export function rowCount(columns: Columns): number {
  return columns['unit']!.length;
}

export function pickRows(columns: Columns, keep: (row: number) => boolean): Columns {
  const rows = columns['unit']!.map((_, row) => row).filter(keep);
  return takeRows(columns, rows);
}

export function takeRows(columns: Columns, rows: readonly number[]): Columns {
  return mapColumns(columns, (values) => rows.map((row) => values[row]!));
}

export function mapColumns(
  columns: Columns,
  change: (values: readonly number[], name: string) => readonly number[],
): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, change(values, name)]),
  );
}

/** Unit i of the panel (in the order of its labels) `counts[i]` times, as separate units. */
export function repeatUnits(columns: Columns, counts: ArrayLike<number>): Columns {
  const labels = [...new Set(columns['unit'])].sort((a, b) => a - b);
  const rows: number[] = [];
  const units: number[] = [];
  let next = 0;
  labels.forEach((label, i) => {
    const unitRows = columns['unit']!.flatMap((unit, row) => (unit === label ? [row] : []));
    for (let copy = 0; copy < counts[i]!; copy++) {
      next += 1;
      rows.push(...unitRows);
      units.push(...unitRows.map(() => next));
    }
  });
  return { ...takeRows(columns, rows), unit: units };
}

/**
 * Whether a row, or the one `back` periods before it, has a first difference of y, L.y and z1: it and
 * the row before are complete.
 */
export function differencedRows(panel: Columns): (row: number, back: number) => boolean {
  const key = (row: number, back: number) =>
    `${panel['unit']![row]} ${panel['time']![row]! - back}`;
  const places = new Map(panel['unit']!.map((_, row) => [key(row, 0), row]));
  const complete = (row: number, back: number) => {
    const place = places.get(key(row, back));
    if (place === undefined || !places.has(key(row, back + 1))) return false;
    return !Number.isNaN(panel['z1']![place]!);
  };
  return (row, back) => complete(row, back) && complete(row, back + 1);
}

/** The panel without units that have no differenced row, as a bootstrap does not draw them. */
export function withoutIdleUnits(panel: Columns): Columns {
  const differenced = differencedRows(panel);
  const active = new Set(panel['unit']!.filter((_, row) => differenced(row, 0)));
  return pickRows(panel, (row) => active.has(panel['unit']![row]!));
}

/** Difference and system models of one step and two, in both transformations. */
export const models = fc
  .record({
    system: fc.boolean(),
    steps: fc.constantFrom<1 | 2>(1, 2),
    h: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
    transform: fc.constantFrom<'fd' | 'fod'>('fd', 'fod'),
    collapse: fc.boolean(),
    small: fc.boolean(),
  })
  .map(({ collapse, small, ...options }) => modelOf({ ...options, vcov: { small } }, collapse));

export function modelOf(options: Partial<DpdModelInput>, collapse = false): DpdModelInput {
  return {
    estimator: 'dpd',
    panel: { unit: 'unit', time: 'time' },
    formula: 'y ~ L.y + x1 + z1',
    gmm: [
      { vars: 'y', lags: [2, 4], collapse },
      { vars: 'x1', lags: [2, 3], collapse },
    ],
    iv: [{ vars: 'z1' }],
    ...options,
  };
}

/** Panels of 60 units and 7 periods, a tenth of them with holes. */
export const panels = fc
  .record({ seed: fc.nat({ max: 10_000 }), holes: fc.constantFrom(0, 0.05) })
  .map(({ seed, holes }) => simulate({ units: 60, periods: 7, seed, holes }));

/** What may change between two fits: factors on coefficients, standard errors and statistics. */
export interface Change {
  readonly params?: Readonly<Record<string, number>>;
  readonly stdErrors?: number;
  readonly overidentification?: number;
}

/** Two fits agree up to rounding: coefficients in units of their standard errors, the rest relatively. */
export function expectSame(
  fit: FitResult,
  expected: FitResult,
  tolerance: number,
  change: Change = {},
): void {
  const { params = {}, stdErrors = 1, overidentification = 1 } = change;
  expect(Object.keys(fit.params)).toEqual(Object.keys(expected.params));
  for (const name of Object.keys(expected.params)) {
    const factor = params[name] ?? 1;
    const se = expected.stdErrors[name]! * Math.abs(factor);
    const distance = Math.abs(fit.params[name]! - expected.params[name]! * factor);
    expect(distance / (se + Math.abs(fit.params[name]!)), name).toBeLessThan(tolerance);
    expectClose(fit.stdErrors[name]!, se * stdErrors, tolerance, `standard error of ${name}`);
  }
  for (const test of ['sargan', 'hansen'] as const) {
    const [a, b] = [fit.tests[test]!.stat, expected.tests[test]!.stat];
    expect(a === null).toBe(b === null);
    if (a !== null && b !== null) expectClose(a, b * overidentification, 10 * tolerance, test);
  }
  expect(fit.rankInstruments).toBe(expected.rankInstruments);
}

export function expectClose(
  value: number,
  expected: number,
  tolerance: number,
  what: string,
): void {
  const distance = Math.abs(value - expected);
  expect(distance, `${what}: ${value}, expected ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(Math.abs(expected), 1e-6),
  );
}
