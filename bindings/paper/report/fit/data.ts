/** The coefficients of a fit as data: the columns of its CSV. */
import type { FitResult } from '../../../results/fit.js';
import { left, number, right, words } from '../../tables/blocks.js';
import type { TableBlock } from '../../tables/document.js';

/** One row a coefficient, under the names that the fields of the result have. */
export function fitData(result: FitResult): TableBlock {
  const { params, stdErrors, statistics, pValues, confInt, bootstrap } = result;
  const boot = bootstrap === undefined ? [] : [bootstrap.stdErrors, bootstrap.monteCarloError];
  const headings = ['estimate', 'stdError', 'statistic', 'pValue', 'low', 'high'];
  const bootHeadings = bootstrap === undefined ? [] : ['bootStdError', 'bootMonteCarloError'];
  const rows = Object.keys(params).map((name) => {
    const numbers = [
      ...[params, stdErrors, statistics, pValues].map((by) => by[name]),
      ...(confInt[name] ?? [NaN, NaN]),
      ...boot.map((by) => by[name]),
    ];
    return { cells: [words(name), ...numbers.map((x) => number(x ?? NaN, String))] };
  });
  const columns = [left('name'), ...[...headings, ...bootHeadings].map(right)];
  return { type: 'table', name: 'Coefficients', columns, rows };
}
