/**
 * Sizes of the tests of differences at 5 %, from 5,000 simulated samples each (`npm run simulate:groups`, whose counts are
 * in `tests/simulation/results/group-differences.csv`). Each number is that of the process in which the test is furthest
 * from 5 %; null was not simulated. Even groups have one size; of uneven ones the largest is four times as large.
 */

export type SimulatedTest =
  | ('rows' | 'wald' | 'suest' | 'cr2' | 'permutation' | 'wild' | 'bootstrap')
  | ('joint rows' | 'joint wald' | 'joint suest' | 'joint cr2');

type Shape = `${'fixed' | 'varying' | 'rows'}, ${'2' | '3'} groups, ${'even' | 'uneven'}`;

/** Units of the smallest group; of a split that varies over time, of all groups. */
export const gridUnits: readonly number[] = [5, 10, 15, 20, 30, 50, 100];

export const simulated: Readonly<
  Partial<Record<Shape, Readonly<Partial<Record<SimulatedTest, readonly (number | null)[]>>>>>
> = {};
