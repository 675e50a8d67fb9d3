/** The table of coefficients; with a bootstrap a second line under each, in the same columns. */
import type { BootstrapResult, FitResult } from '../results/fit.js';
import type { IntervalMethod } from '../results/scheme.js';
import { isComplete } from './bootstrap.js';
import { columnFormat, percent, pValue, statistic } from '../tables/format.js';
import type { Column, TextTable } from '../tables/table.js';

type Format = (x: number) => string;

interface Formats {
  readonly estimate: Format;
  readonly stdError: Format;
  readonly interval: Format;
  readonly bias: Format;
  readonly monteCarlo: Format;
}

const none: Format = () => '';

function formats({ params, stdErrors, confInt, bootstrap }: FitResult): Formats {
  const intervals = [confInt, ...Object.values(bootstrap?.confInt ?? {})];
  return {
    estimate: columnFormat(Object.values(params)),
    stdError: columnFormat([stdErrors, bootstrap?.stdErrors ?? {}].flatMap(Object.values<number>)),
    interval: columnFormat(intervals.flatMap((one) => Object.values(one).flat())),
    bias: bootstrap === undefined ? none : columnFormat(Object.values(bootstrap.bias)),
    monteCarlo:
      bootstrap === undefined || isComplete(bootstrap)
        ? none
        : columnFormat(Object.values(bootstrap.monteCarloError)),
  };
}

const right = (heading: string): Column => ({ heading, align: 'right' });

function columns(result: FitResult): Column[] {
  const analytic = [
    { heading: result.depvar, align: 'left' as const },
    right('estimate'),
    right('std. error'),
    right(result.statistic),
    right('p'),
    right(`${percent(result.level)} from`),
    right('to'),
  ];
  if (result.bootstrap === undefined) return analytic;
  const error = isComplete(result.bootstrap) ? '' : 'MC error';
  return [...analytic, right('bias'), right(error)];
}

function bootstrapRows(name: string, boot: BootstrapResult, format: Formats): string[][] {
  const methods = Object.keys(boot.confInt) as IntervalMethod[];
  const interval = (method: IntervalMethod | undefined) =>
    (method && boot.confInt[method]?.[name])?.map(format.interval) ?? ['', ''];
  const [first, ...others] = methods;
  const value = (values: Readonly<Record<string, number>>, show: Format) =>
    show(values[name] ?? NaN);
  return [
    [
      `  ${first ?? 'bootstrap'}`,
      '',
      value(boot.stdErrors, format.stdError),
      '',
      value(boot.pValues, pValue),
      ...interval(first),
      value(boot.bias, format.bias),
      value(boot.monteCarloError, format.monteCarlo),
    ],
    ...others.map((method) => [`  ${method}`, '', '', '', '', ...interval(method)]),
  ];
}

/** Names down, estimate, standard error, statistic, p-value and interval across. */
export function coefficientTable(result: FitResult): TextTable {
  const format = formats(result);
  const rows = Object.entries(result.params).flatMap(([name, estimate]) => {
    const [low, high] = result.confInt[name] ?? [NaN, NaN];
    const analytic = [
      name,
      format.estimate(estimate),
      format.stdError(result.stdErrors[name] ?? NaN),
      statistic(result.statistics[name] ?? NaN),
      pValue(result.pValues[name] ?? NaN),
      format.interval(low),
      format.interval(high),
    ];
    const boot = result.bootstrap;
    return boot === undefined ? [analytic] : [analytic, ...bootstrapRows(name, boot, format)];
  });
  return { columns: columns(result), rows };
}
