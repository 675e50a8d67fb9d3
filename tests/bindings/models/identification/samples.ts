/** Samples of the golden cases. */
import { readFileSync } from 'node:fs';
import { parseCsv } from 'wasmetrics/data';
import type { Data } from './data.js';

export const golden = (path: string) =>
  readFileSync(new URL(`../../../golden/${path}`, import.meta.url), 'utf8');

function numbersOf(path: string): (name: string) => number[] {
  const { columns } = parseCsv(golden(path));
  return (name) => Array.from(columns.get(name)!.values as Float64Array);
}

/** Demand for cigarettes in 1995: taxes as instruments of the price. */
export function cigarettes(): Data {
  const column = numbersOf('cigarettes/data.csv');
  const outcome = column('lpacks');
  return {
    exogenous: [outcome.map(() => 1), column('lrincome')],
    instruments: [column('tdiff'), column('rtax')],
    endogenous: [column('lrprice')],
    outcome,
  };
}

/** Levels of n, w, k, ys with first and second differences, in rows that have them. */
export function firms(): Data {
  const numbers = numbersOf('abdata/data.csv');
  const [id, year] = ['id', 'year'].map(numbers) as [number[], number[]];
  const place = new Map(id.map((unit, i) => [`${unit} ${year[i]!}`, i]));
  const lag = (i: number, periods: number) => place.get(`${id[i]!} ${year[i]! - periods}`);
  const rows = id
    .map((_, i) => i)
    .filter((i) => lag(i, 1) !== undefined && lag(i, 2) !== undefined);
  const inSample = (values: number[]) => rows.map((i) => values[i]!);
  const difference = (values: number[]) => (i: number) => values[i]! - values[lag(i, 1)!]!;
  const second = (values: number[]) => (i: number) =>
    difference(values)(i) - difference(values)(lag(i, 1)!);
  const variables = ['w', 'k', 'ys'].map(numbers);
  return {
    exogenous: [rows.map(() => 1)],
    instruments: [
      ...variables.map((values) => rows.map(difference(values))),
      ...variables.map((values) => rows.map(second(values))),
    ],
    endogenous: variables.map(inSample),
    outcome: inSample(numbers('n')),
    clusters: inSample(id).map((unit) => unit - 1),
  };
}
