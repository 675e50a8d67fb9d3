/** What a coefficient's column is called. */
import type { FitResult } from 'wasmetrics';

const lagged = /^(?:[LDF]\d*\.)+/;

/** The label of a coefficient's column, lagged or not, from the model or the file; undefined if neither has one. */
export function labelOf(
  { labels }: FitResult,
  coefficient: string,
  ofModel: Readonly<Record<string, string>> = {},
): string | undefined {
  const names = { ...labels?.names, ...ofModel };
  return names[coefficient] ?? names[coefficient.replace(lagged, '')];
}
