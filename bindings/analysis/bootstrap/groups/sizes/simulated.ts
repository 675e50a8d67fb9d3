/**
 * Sizes of the tests of differences at 5 %: the shares of simulated samples with equal coefficients in which they
 * reject (`npm run simulate:sizes`; the counts are in `tests/simulation/results/group-differences.csv`). There are
 * 5,000 samples of each process. Each number is the size in the process in which the test is furthest from 5 %; null
 * means not simulated. Even groups have equal sizes; the largest uneven group is four times as large as the smallest.
 */

export type SimulatedTest =
  | ('rows' | 'wald' | 'suest' | 'cr2' | 'permutation' | 'wild' | 'bootstrap')
  | ('joint rows' | 'joint wald' | 'joint suest' | 'joint cr2');

type Shape = `${'fixed' | 'varying' | 'rows'}, ${'2' | '3'} groups, ${'even' | 'uneven'}`;
type Sizes = Readonly<Partial<Record<SimulatedTest, readonly (number | null)[]>>>;

/** Units of the smallest group; if the split varies over time, units of all groups together. */
export const gridUnits: readonly number[] = [5, 10, 15, 20, 30, 50, 100];

/**
 * `rows` as the name of a test means `wald` with errors by row in a panel; as a shape it means a sample of independent
 * rows.
 */
export const simulated: Readonly<Partial<Record<Shape, Sizes>>> = {
  'fixed, 2 groups, even': {
    rows: [0.458, 0.423, 0.436, 0.421, 0.32, 0.305, 0.31],
    wald: [0.172, 0.108, 0.1, 0.09, 0.068, 0.066, 0.059],
    suest: [0.247, 0.133, 0.118, 0.102, 0.075, 0.068, 0.061],
    cr2: [0.06, 0.058, 0.062, 0.059, 0.052, 0.054, 0.054],
    permutation: [null, 0.054, null, 0.056, null, 0.052, null],
    wild: [null, 0.059, null, 0.056, null, 0.046, null],
  },
  'fixed, 2 groups, uneven': {
    rows: [0.471, 0.431, 0.425, 0.409, 0.313, 0.31, 0.307],
    wald: [0.205, 0.13, 0.113, 0.093, 0.083, 0.066, 0.059],
    suest: [0.232, 0.138, 0.118, 0.098, 0.086, 0.069, 0.06],
    cr2: [0.03, 0.042, 0.062, 0.058, 0.059, 0.051, 0.046],
    permutation: [null, 0.065, null, 0.06, null, 0.051, null],
    wild: [null, 0.053, null, 0.053, null, 0.048, null],
  },
  'fixed, 3 groups, uneven': {
    rows: [0.458, 0.449, 0.431, 0.415, 0.319, 0.312, null],
    'joint rows': [0.679, 0.652, 0.626, 0.622, 0.456, 0.453, null],
    wald: [0.229, 0.142, 0.101, 0.091, 0.078, 0.066, null],
    'joint wald': [0.315, 0.188, 0.139, 0.117, 0.094, 0.08, null],
    suest: [0.255, 0.152, 0.108, 0.095, 0.081, 0.067, null],
    'joint suest': [0.358, 0.207, 0.149, 0.126, 0.099, 0.082, null],
    cr2: [0.058, 0.063, 0.056, 0.058, 0.056, 0.056, null],
    'joint cr2': [0.029, 0.054, 0.057, 0.056, 0.056, 0.055, null],
  },
  'varying, 2 groups, even': {
    rows: [0.315, 0.32, 0.329, 0.328, 0.138, 0.136, 0.137],
    wald: [0.201, 0.115, 0.106, 0.098, 0.066, 0.068, 0.061],
    suest: [0.322, 0.182, 0.136, 0.125, 0.08, 0.074, 0.064],
    cr2: [0.082, 0.039, 0.041, 0.054, 0.053, 0.056, 0.057],
    permutation: [null, 0.067, null, 0.053, null, 0.054, null],
    wild: [null, 0.068, null, 0.059, null, 0.052, null],
  },
  'varying, 2 groups, uneven': {
    rows: [0.396, 0.344, 0.332, 0.316, 0.161, 0.155, 0.134],
    wald: [0.464, 0.366, 0.272, 0.209, 0.142, 0.105, 0.072],
    suest: [0.577, 0.414, 0.304, 0.231, 0.158, 0.114, 0.075],
    cr2: [0.321, 0.191, 0.091, 0.036, 0.037, 0.053, 0.045],
    permutation: [null, 0.107, null, 0.086, null, 0.069, null],
    wild: [null, 0.027, null, 0.072, null, 0.059, null],
  },
  'varying, 3 groups, uneven': {
    rows: [0.413, 0.31, 0.243, 0.231, 0.136, 0.117, null],
    'joint rows': [0.536, 0.462, 0.423, 0.404, 0.201, 0.177, null],
    wald: [0.594, 0.451, 0.325, 0.256, 0.168, 0.105, null],
    'joint wald': [0.727, 0.569, 0.443, 0.355, 0.233, 0.137, null],
    suest: [0.688, 0.503, 0.362, 0.288, 0.186, 0.113, null],
    'joint suest': [0.83, 0.646, 0.505, 0.404, 0.261, 0.154, null],
    cr2: [0.396, 0.17, 0.084, 0.064, 0.042, 0.045, null],
    'joint cr2': [0.34, 0.216, 0.111, 0.023, 0.026, 0.039, null],
  },
  'rows, 2 groups, even': {
    wald: [0.129, 0.096, 0.077, 0.076, 0.073, 0.063, 0.052],
    suest: [0.38, 0.178, 0.114, 0.101, 0.089, 0.069, 0.057],
    cr2: [0.032, 0.039, 0.037, 0.052, 0.056, 0.051, 0.047],
  },
  'rows, 2 groups, uneven': {
    wald: [0.297, 0.15, 0.114, 0.099, 0.079, 0.069, 0.061],
    suest: [0.373, 0.182, 0.133, 0.11, 0.087, 0.073, 0.062],
    cr2: [0.021, 0.032, 0.039, 0.046, 0.047, 0.047, 0.051],
  },
  'rows, 3 groups, uneven': {
    wald: [0.315, 0.139, 0.115, 0.087, 0.08, 0.062, null],
    'joint wald': [0.441, 0.203, 0.152, 0.125, 0.094, 0.075, null],
    suest: [0.398, 0.169, 0.133, 0.102, 0.091, 0.067, null],
    'joint suest': [0.568, 0.262, 0.186, 0.15, 0.107, 0.082, null],
    cr2: [0.034, 0.038, 0.044, 0.041, 0.047, 0.047, null],
    'joint cr2': [0.004, 0.022, 0.039, 0.041, 0.042, 0.046, null],
  },
};
