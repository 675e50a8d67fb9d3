/** The order of the coefficients in their table. */
import type { FitResult } from 'wasmetrics';

/** What the rows are sorted by; `model` is the order of the formula. */
export type Order = 'model' | 'name' | 'estimate' | 'pValue';

export function inOrder(fit: FitResult, order: Order): string[] {
  const names = Object.keys(fit.params);
  const { params, pValues } = fit;
  const compare: Record<Order, (a: string, b: string) => number> = {
    model: () => 0,
    name: (a, b) => (a < b ? -1 : 1),
    estimate: (a, b) => params[b]! - params[a]!,
    pValue: (a, b) => pValues[a]! - pValues[b]!,
  };
  return names.sort(compare[order]);
}
