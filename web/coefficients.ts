/** Coefficients with what the data say of their precision beside what the bootstrap says. */
import type { FitResult, IntervalMethod } from 'wasmetrics';
import { isComplete } from '../bindings/report/bootstrap.js';
import { columnFormat, percent, pValue, statistic } from '../bindings/tables/format.js';
import { create } from './elements.js';
import { heads, scrolling } from './tables.js';

/** A column: its heading and its cell for a coefficient. */
interface Column {
  readonly heading: string;
  readonly cell: (name: string) => string;
}

/** Neighbouring columns under one heading, which may be empty. */
interface Group {
  readonly heading: string;
  readonly columns: readonly Column[];
}

type Values = Readonly<Record<string, number>>;
type Intervals = Readonly<Record<string, readonly [number, number]>>;

export function coefficientElement(result: FitResult): HTMLElement {
  const groups = [estimates(result), analytic(result), ...bootstrapped(result)];
  const rows = Object.keys(result.params).map((name) =>
    create(
      'tr',
      {},
      heads('row', name),
      ...eachColumn(groups, (column, className) => create('td', { className }, column.cell(name))),
    ),
  );
  const name = 'Coefficients';
  const table = create(
    'table',
    { id: 'coefficients' },
    create('caption', {}, name),
    create('thead', {}, ...headings(result.depvar, groups)),
    create('tbody', {}, ...rows),
  );
  return scrolling(name, table);
}

function headings(depvar: string, groups: readonly Group[]): HTMLTableRowElement[] {
  const above = groups.map(({ heading, columns }) => {
    const cell = heading === '' ? create('td') : heads('colgroup', heading);
    return Object.assign(cell, { colSpan: columns.length, className: 'first' });
  });
  const below = eachColumn(groups, ({ heading }, className) => heads('col', heading, className));
  return [
    create('tr', {}, create('td'), ...above),
    create('tr', {}, heads('col', depvar), ...below),
  ];
}

function eachColumn<T>(groups: readonly Group[], make: (column: Column, className: string) => T) {
  return groups.flatMap(({ columns }) =>
    columns.map((column, j) => make(column, j === 0 ? 'right first' : 'right')),
  );
}

function estimates({ params }: FitResult): Group {
  return { heading: '', columns: [numbers('estimate', params, columnFormat)] };
}

function analytic(result: FitResult): Group {
  return {
    heading: 'analytic',
    columns: [
      numbers('std. error', result.stdErrors, columnFormat),
      numbers(result.statistic, result.statistics, () => statistic),
      numbers('p', result.pValues, () => pValue),
      interval(`${percent(result.level)} interval`, result.confInt),
    ],
  };
}

function bootstrapped({ bootstrap }: FitResult): Group[] {
  if (bootstrap === undefined) return [];
  const { stdErrors, monteCarloError, pValues, bias, confInt, level, partial } = bootstrap;
  const { pValueMethod } = bootstrap;
  const intervals = Object.entries(confInt) as [IntervalMethod, Intervals][];
  const columns = [
    numbers('std. error', stdErrors, columnFormat),
    ...(isComplete(bootstrap) ? [] : [numbers('its MC error', monteCarloError, columnFormat)]),
    numbers(`${pValueMethod} p`, pValues, () => pValue),
    ...intervals.map(([method, ends]) => interval(`${percent(level)} ${method}`, ends)),
    numbers('bias', bias, columnFormat),
  ];
  return [{ heading: partial ? 'bootstrap, partial' : 'bootstrap', columns }];
}

function numbers(heading: string, values: Values, format: typeof columnFormat): Column {
  const show = format(Object.values(values));
  return { heading, cell: (name) => show(values[name] ?? NaN) };
}

function interval(heading: string, ends: Intervals): Column {
  const show = columnFormat(Object.values(ends).flat());
  return { heading, cell: (name) => (ends[name] ?? [NaN, NaN]).map(show).join(' to ') };
}
