/** A report on instruments as text: the verdict, then the estimates with other windows and without each group. */
import pc from 'picocolors';
import type { Failure } from '../jobs/failures.js';
import type { InstrumentReport, Variant } from '../sensitivity/instruments/result.js';
import { columnFormat, count, pValue, short, statistic } from '../tables/format.js';
import { labelled, tableLines, type TextTable, width, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';

/** Coefficients that a table has room for. */
const MOST = 4;

export function instrumentReportText(
  report: InstrumentReport,
  { color = false }: TextOptions = {},
): string {
  const { bold } = pc.createColors(color);
  const table = (one: TextTable) => {
    const [heading, ...rows] = tableLines(one);
    return rows.length === 0 ? [] : ['', bold(heading!), ...rows];
  };
  const { title, depvar, count: counted, verdict, bounds } = report;
  const { columns, rank, units, ratio, zeroColumns } = counted;
  const zero = zeroColumns === 0 ? '' : `; ${count(zeroColumns)} more are zero in every row`;
  const position =
    bounds === null
      ? []
      : [
          `position: of ${bounds.coefficient}, 0 where within is and 1 where pooled least squares is`,
        ];
  const notes = [...position, 'shift: from the estimate of the model, in its standard errors'];
  return [
    bold(`Instruments of ${title} of ${depvar}`),
    '',
    ...labelled(
      'instruments',
      `${count(columns)} columns, rank ${count(rank)}, for ${count(units)} units: ${short(ratio)} for each${zero}`,
    ),
    ...labelled('concern', verdict.grade),
    '',
    ...wrap(verdict.words, width),
    ...table(windowTable(report)),
    ...position,
    ...table(groupTable(report)),
    ...notes.slice(-1),
    ...failedVariants(report).flatMap((line) => wrap(line, width, '  ')),
  ].join('\n');
}

const right = (heading: string) => ({ heading, align: 'right' }) as const;

/** The estimates with other windows, the model's own first. */
export function windowTable({ windows, own, bounds }: InstrumentReport): TextTable {
  const names = Object.keys(own.params).slice(0, MOST);
  const formats = names.map((name) =>
    columnFormat(
      [own, ...windows.flatMap(({ outcome }) => found(outcome))].map((v) => v.params[name] ?? 0),
    ),
  );
  const cells = (variant: Variant) => [
    ...test(variant),
    ...names.map((name, j) => formats[j]!(variant.params[name] ?? NaN)),
    ...(bounds === null ? [] : [variant.position!.toFixed(2)]),
  ];
  const row = (lags: string, collapse: string, outcome: Variant | Failure) => {
    const [variant] = found(outcome);
    return [lags, collapse, ...(variant === undefined ? ['failed'] : cells(variant))];
  };
  return {
    columns: [
      { heading: 'lags', align: 'left' },
      { heading: 'collapsed', align: 'left' },
      ...['rank', 'per unit', 'J', 'df', 'p', ...names].map(right),
      ...(bounds === null ? [] : [right('position')]),
    ],
    rows: [
      row('own', '', own),
      ...windows.map(({ lags, collapse, outcome }) =>
        row(String(lags), collapse ? 'yes' : 'no', outcome),
      ),
    ],
  };
}

/** The estimates without each group of instruments. */
export function groupTable({ groups, own }: InstrumentReport): TextTable {
  const names = Object.keys(own.params).slice(0, MOST);
  return {
    columns: [
      { heading: 'without', align: 'left' },
      ...['rank', 'per unit', 'J', 'df', 'p', ...names.map((name) => `shift ${name}`)].map(right),
    ],
    rows: groups.map(({ group, outcome }) => {
      const [variant] = found(outcome);
      if (variant === undefined) return [group, 'failed'];
      const shifts = names.map((name) => variant.shifts[name]?.toFixed(2) ?? '.');
      return [group, ...test(variant), ...shifts];
    }),
  };
}

function found(outcome: Variant | Failure): Variant[] {
  return 'params' in outcome ? [outcome] : [];
}

function test({ rank, ratio, hansen }: Variant): string[] {
  const numbers =
    hansen.stat === null
      ? ['.', '.', '.']
      : [statistic(hansen.stat), String(hansen.df), pValue(hansen.pValue)];
  return [count(rank), ratio.toFixed(2), ...numbers];
}

/** Windows and groups without an estimate, with the reason. */
export function failedVariants({ windows, groups }: InstrumentReport): string[] {
  const named = [
    ...windows.map(({ lags, outcome }) => ({ what: `windows of ${lags}`, outcome })),
    ...groups.map(({ group, outcome }) => ({ what: `without ${group}`, outcome })),
  ];
  return named.flatMap(({ what, outcome }) =>
    'message' in outcome ? [`${what}: ${outcome.message}`] : [],
  );
}
