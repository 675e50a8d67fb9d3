/** Computes estimates from given counts of the joint units. */
import type { BootstrapTask } from '../../replicator.js';
import type { Units } from '../../tasks/units.js';

export interface Sampler {
  readonly task: BootstrapTask;
  /** Joint unit of each unit of the sampler. */
  readonly joint: Int32Array;
  /** The groups that the sampler estimates, and the positions of their coefficients. */
  readonly places: readonly (readonly [group: number, place: number])[];
}

/** Joint unit of each unit of a task. */
export function unitNumbers(
  { codes, count }: Units,
  rows: Int32Array,
  numberOf: (row: number) => number,
): Int32Array {
  const numbers = new Int32Array(count);
  codes.forEach((unit, i) => (numbers[unit] = numberOf(rows[i]!)));
  return numbers;
}
