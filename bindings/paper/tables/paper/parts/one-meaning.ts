/** R-squared by what it describes, so that a row of a table has one meaning. */
import type { FitResult } from '../../../../results/fit.js';
import { statisticOf } from './statistics.js';

/** Measures of the outcome itself, and the rows for models in which they are measures of transformed rows. */
const transformed: Readonly<Record<string, readonly (keyof FitResult & string)[]>> = {
  rsquared: ['rsquaredWithin', 'rsquaredTransformed'],
  rsquaredAdj: ['rsquaredTransformedAdj'],
};

/** The statistic of a model in the row of a path; undefined if its number has another meaning than the row. */
export function statisticInRow(fit: FitResult, path: string): number | undefined {
  const isOther = Object.hasOwn(transformed, path) && fit.rsquaredTransformed !== undefined;
  return isOther ? undefined : statisticOf(fit, path);
}

/** The paths of a table's rows: measures of transformed rows stand below those of the outcome, in rows of their own. */
export function withOneMeaning(fits: readonly FitResult[], paths: readonly string[]): string[] {
  const all = paths.flatMap((path) => [path, ...otherRows(fits, path)]);
  return [...new Set(all)].filter((path) =>
    fits.some((fit) => statisticInRow(fit, path) !== undefined),
  );
}

/** The first row that a model has, for each model whose measure does not fit into the row of the path. */
function otherRows(fits: readonly FitResult[], path: string): string[] {
  return fits.flatMap((fit) => {
    if (!Object.hasOwn(transformed, path) || statisticInRow(fit, path) !== undefined) return [];
    return transformed[path]!.find((key) => fit[key] !== undefined) ?? [];
  });
}
