/** The table of coefficients; with a bootstrap a second row under each, in the same columns. */
import type { BootstrapResult, FitResult } from '../../results/fit.js';
import type { IntervalMethod } from '../../results/scheme.js';
import { listed } from '../../core/messages.js';
import { omittedGroups } from '../../results/omitted.js';
import { empty, left, legend, number, right, table, words } from '../../tables/blocks.js';
import type { Block, Cell, TableColumn, TableRow, TableBlock } from '../../tables/document.js';
import { columnFormat, count, percent, pValue, statistic } from '../../tables/format.js';

type Format = (x: number) => string;
type Values = Readonly<Record<string, number>>;

/** Whether the replicates are all there are, so that they have no Monte Carlo error. */
export function isComplete({ enumerated = false, partial }: BootstrapResult): boolean {
  return enumerated && !partial;
}

/** A p-value from replicates. As a share of them it can be 0: `0 of 8` sign vectors. */
export function replicatePValue(p: number, bootstrap: BootstrapResult): string {
  if (p > 0 || !Number.isFinite(p)) return pValue(p);
  const replicates = count(bootstrap.completed - bootstrap.failed);
  return isComplete(bootstrap) ? `0 of ${replicates}` : `<1/${replicates}`;
}

interface Formats {
  readonly estimate: Format;
  readonly stdError: Format;
  readonly interval: Format;
  readonly bias: Format;
  readonly monteCarlo: Format;
}

function formats({ params, stdErrors, confInt, bootstrap }: FitResult): Formats {
  const intervals = [confInt, ...Object.values(bootstrap?.confInt ?? {})];
  return {
    estimate: columnFormat(Object.values(params)),
    stdError: columnFormat([stdErrors, bootstrap?.stdErrors ?? {}].flatMap(Object.values<number>)),
    interval: columnFormat(intervals.flatMap((one) => Object.values(one).flat())),
    bias: columnFormat(Object.values(bootstrap?.bias ?? {})),
    monteCarlo: columnFormat(Object.values(bootstrap?.monteCarloError ?? {})),
  };
}

function columns(result: FitResult): TableColumn[] {
  const analytic = [
    left(result.depvar),
    ...['estimate', 'std. error', result.statistic, 'p'].map(right),
    ...[`${percent(result.level)} from`, 'to'].map(right),
  ];
  if (result.bootstrap === undefined) return analytic;
  return [...analytic, right('bias'), ...(isComplete(result.bootstrap) ? [] : [right('MC error')])];
}

/** A row for each interval of a coefficient; the first also has what belongs to all. */
function bootstrapRows(name: string, bootstrap: BootstrapResult, format: Formats): TableRow[] {
  const methods = Object.keys(bootstrap.confInt) as IntervalMethod[];
  const interval = (method: IntervalMethod | undefined): Cell[] =>
    (method && bootstrap.confInt[method]?.[name])?.map((end) => number(end, format.interval)) ?? [
      empty,
      empty,
    ];
  const cell = (values: Values, show: Format) => number(values[name] ?? NaN, show);
  const [first, ...others] = methods;
  const cells = [
    words(first ?? 'bootstrap'),
    empty,
    cell(bootstrap.stdErrors, format.stdError),
    empty,
    cell(bootstrap.pValues, (p) => replicatePValue(p, bootstrap)),
    ...interval(first),
    cell(bootstrap.bias, format.bias),
    ...(isComplete(bootstrap) ? [] : [cell(bootstrap.monteCarloError, format.monteCarlo)]),
  ];
  return [
    { level: 1, cells },
    ...others.map((method) => ({
      level: 1,
      cells: [words(method), empty, empty, empty, empty, ...interval(method)],
    })),
  ];
}

/** Names down, estimate, standard error, statistic, p-value and interval across. */
export function coefficientTable(caption: string, result: FitResult): TableBlock[] {
  const format = formats(result);
  const { params, stdErrors, statistics, pValues, confInt, bootstrap } = result;
  const rows = Object.keys(params).flatMap((name): TableRow[] => {
    const cell = (values: Values, show: Format) => number(values[name] ?? NaN, show);
    const analytic = [
      words(name),
      cell(params, format.estimate),
      cell(stdErrors, format.stdError),
      cell(statistics, statistic),
      cell(pValues, pValue),
      ...(confInt[name] ?? [NaN, NaN]).map((end) => number(end, format.interval)),
    ];
    const row = { cells: analytic };
    return bootstrap === undefined ? [row] : [row, ...bootstrapRows(name, bootstrap, format)];
  });
  return table(caption, columns(result), rows);
}

/** Names the collinear regressors that were left out, under the table of coefficients. */
export function omittedLine({ omitted = [] }: FitResult): Block[] {
  if (omitted.length === 0) return [];
  const parts = omittedGroups(omitted).map(({ names, explainedBy }) => {
    const reason =
      explainedBy.length === 0 ? 'zero in every row' : `collinear with ${listed(explainedBy)}`;
    return `${listed(names)} (${reason})`;
  });
  return legend(`omitted: ${parts.join('; ')}`);
}
