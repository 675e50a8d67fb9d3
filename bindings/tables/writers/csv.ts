import type { FitResult } from '../../results/fit.js';

/** A name as one cell: quoted when it holds a comma, a quote or a line break. */
export function quoted(name: string): string {
  return /[",\n\r]/.test(name) ? `"${name.replace(/"/g, '""')}"` : name;
}

/**
 * The coefficients as CSV, one line a coefficient, in the shortest digits that read back as the same
 * double; a number that does not exist is an empty cell.
 */
export function toCsv(result: FitResult): string {
  const { params, stdErrors, statistics, pValues, confInt, bootstrap } = result;
  const boot = bootstrap === undefined ? [] : [bootstrap.stdErrors, bootstrap.monteCarloError];
  const heading = ['name', 'estimate', 'stdError', 'statistic', 'pValue', 'low', 'high'];
  const bootHeading = bootstrap === undefined ? [] : ['bootStdError', 'bootMonteCarloError'];
  const lines = Object.keys(params).map((name) => {
    const numbers = [
      ...[params, stdErrors, statistics, pValues].map((by) => by[name] ?? NaN),
      ...(confInt[name] ?? [NaN, NaN]),
      ...boot.map((by) => by[name] ?? NaN),
    ];
    return [quoted(name), ...numbers.map((x) => (Number.isFinite(x) ? String(x) : ''))].join(',');
  });
  return [[...heading, ...bootHeading].join(','), ...lines].join('\n');
}
