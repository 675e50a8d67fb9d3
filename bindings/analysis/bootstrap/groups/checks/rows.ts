import type { GroupCheck } from '../../../../results/groups.js';
import { differencesOf, type Rows } from '../result.js';
import type { Shapes } from '../sizes/shape.js';
import { simulatedSize } from '../sizes/sizes.js';
import type { Check } from './checks.js';

/** A check as differences of the pairs; those by row are clustered, so their size is that of `wald`. */
export function checkRows(
  { method, outcomes, errors }: Check,
  rows: Rows,
  shapes: Shapes,
): GroupCheck[] {
  const size = simulatedSize(shapes, method);
  const differences = differencesOf({
    ...rows,
    outcomes: new Map([[method, outcomes]]),
    sizeOf: () => size,
  });
  return differences.map((one) => ({ ...one, ...(errors !== undefined && { errors }) }));
}
