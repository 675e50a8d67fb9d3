/** What the file calls the columns of a coefficient. */
import type { FitResult } from 'wasmetrics';

const lagged = /^(?:[LDF]\d*\.)+/;

/** The label of a coefficient's column, lagged or not; undefined if the file has none. */
export function labelOf({ labels }: FitResult, coefficient: string): string | undefined {
  return labels?.names[coefficient] ?? labels?.names[coefficient.replace(lagged, '')];
}
