/** The coefficient of each group, and the differences with their tests. */
import type { GroupComparison } from '../results/groups.js';
import {
  empty,
  left,
  legend,
  maybe,
  number,
  right,
  table,
  warnings,
  words,
} from '../tables/blocks.js';
import type { Document, TableBlock } from '../tables/document.js';
import { columnFormat, count, percent, pValue } from '../tables/format.js';

export function groupsDocument(result: GroupComparison): Document {
  const { by, of: coefficient, depvar, reps, seed } = result;
  return {
    kind: 'groups',
    title: `${coefficient} by ${by}, in a model of ${depvar}`,
    blocks: [
      ...estimateTable(result),
      ...differenceTable(result),
      ...legend(
        `${count(reps)} replicates, seed ${seed}; Wald p: samples independent; bootstrap p and interval: draws within groups; permutation p: labels permuted among units`,
      ),
      ...warnings(result.warnings.map(({ message }) => message)),
    ],
  };
}

function estimateTable({ by, groups }: GroupComparison): TableBlock[] {
  const format = columnFormat(groups.flatMap(({ estimate, stdError }) => [estimate, stdError]));
  const rows = groups.map(({ group, estimate, stdError, nobs }) => ({
    cells: [words(group), number(estimate, format), number(stdError, format), number(nobs, count)],
  }));
  return table('Groups', [left(by), ...['estimate', 'std. error', 'rows'].map(right)], rows);
}

function differenceTable({ differences, level }: GroupComparison): TableBlock[] {
  const ends = differences.flatMap(({ difference, bootstrap }) => [
    difference,
    ...(bootstrap?.confInt ?? []),
  ]);
  const format = columnFormat(ends);
  const rows = differences.map(({ groups: [a, b], difference, wald, bootstrap, permutation }) => ({
    cells: [
      words(`${a} minus ${b}`),
      number(difference, format),
      number(wald.pValue, pValue),
      ...(bootstrap === undefined
        ? [empty, empty, empty]
        : [
            number(bootstrap.pValue, pValue),
            ...bootstrap.confInt.map((end) => number(end, format)),
          ]),
      permutation === undefined ? empty : maybe(permutation.pValue, pValue),
    ],
  }));
  const headings = ['estimate', 'Wald p', 'bootstrap p', `${percent(level)} from`, 'to'];
  const columns = [left('difference'), ...[...headings, 'permutation p'].map(right)];
  return table('Differences', columns, rows);
}
