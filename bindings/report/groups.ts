import pc from 'picocolors';
import type { GroupComparison } from '../bootstrap/index.js';
import { columnFormat, count, percent, pValue } from '../tables/format.js';
import { type Column, tableLines, type TextTable, width, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';

const left = (heading: string): Column => ({ heading, align: 'left' });
const right = (heading: string): Column => ({ heading, align: 'right' });

/** The coefficient of each group, and the differences with their tests. */
export function groupsText(result: GroupComparison, { color = false }: TextOptions = {}): string {
  const { bold, yellow } = pc.createColors(color);
  const { by, of, depvar, reps, seed, warnings } = result;
  const section = (table: TextTable) => {
    const [heading, ...rows] = tableLines(table);
    return ['', bold(heading!), ...rows];
  };
  return [
    bold(`${of} by ${by}, in an estimate of ${depvar}`),
    ...section(estimateTable(result)),
    ...section(differenceTable(result)),
    ...wrap(
      `${count(reps)} replicates, seed ${seed}; Wald p of independent samples, bootstrap p and interval of draws within groups, permutation p of labels permuted among units`,
      width,
    ),
    ...warnings.flatMap(({ message }) => wrap(`warning: ${message}`, width).map(yellow)),
  ].join('\n');
}

function estimateTable({ by, groups }: GroupComparison): TextTable {
  const format = columnFormat(groups.flatMap(({ estimate, stdError }) => [estimate, stdError]));
  return {
    columns: [left(by), ...['estimate', 'std. error', 'rows'].map(right)],
    rows: groups.map(({ group, estimate, stdError, nobs }) => [
      group,
      format(estimate),
      format(stdError),
      count(nobs),
    ]),
  };
}

function differenceTable({ differences, level }: GroupComparison): TextTable {
  const ends = differences.flatMap(({ difference, bootstrap }) => [
    difference,
    ...(bootstrap?.confInt ?? []),
  ]);
  const format = columnFormat(ends);
  return {
    columns: [
      left('difference'),
      ...['estimate', 'Wald p', 'bootstrap p', `${percent(level)} from`, 'to'].map(right),
      right('permutation p'),
    ],
    rows: differences.map(({ groups: [a, b], difference, wald, bootstrap, permutation }) => [
      `${a} less ${b}`,
      format(difference),
      pValue(wald.pValue),
      ...(bootstrap === undefined
        ? ['', '', '']
        : [pValue(bootstrap.pValue), ...bootstrap.confInt.map(format)]),
      permutation === undefined ? '' : pValue(permutation.pValue),
    ]),
  };
}
