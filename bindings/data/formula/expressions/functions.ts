/** The functions of expressions over columns, and their arguments. */

/** Functions of one row. */
const ofRow = {
  log: { least: 1 },
  exp: { least: 1 },
  sqrt: { least: 1 },
  abs: { least: 1 },
  round: { least: 1 },
  floor: { least: 1 },
  ceil: { least: 1 },
  if: { least: 2, most: 3 },
  in: { least: 2, most: Infinity },
  matches: { least: 2 },
  missing: { least: 1, most: Infinity },
  holds: { least: 1 },
  number: { least: 1, most: Infinity },
  year: { least: 1 },
  quarter: { least: 1 },
  month: { least: 1 },
  day: { least: 1 },
} as const;

/** Functions of all rows, or of the rows of a group. `min` and `max` of several values are functions of a row. */
const ofGroup = {
  mean: { least: 1 },
  sum: { least: 1 },
  count: { least: 0, most: 1 },
  min: { least: 1, most: Infinity },
  max: { least: 1, most: Infinity },
  sd: { least: 1 },
  median: { least: 1 },
  rank: { least: 1 },
  std: { least: 1 },
  winsor: { least: 2, most: 3, types: true },
  quantile: { least: 2, types: true },
  cut: { least: 1, points: true },
  first: { least: 1, order: true },
  last: { least: 1, order: true },
} as const;

export type RowFunction = keyof typeof ofRow;
export type GroupFunction = keyof typeof ofGroup;

/** The arguments of a function: from `least` to `most`; by default exactly `least`. */
export interface Signature {
  readonly least: number;
  readonly most?: number;
  /** True if `by:` is allowed. */
  readonly grouped: boolean;
  /** True if `order:` is required. */
  readonly order?: boolean;
  /** True if cut points or `quantiles:` are required. */
  readonly points?: boolean;
  /** True if `type:` is allowed. */
  readonly types?: boolean;
}

/** Definitions of quantiles, by their numbers in Hyndman and Fan (1996): 7 is R's default, 2 is Stata's. */
export type QuantileType = 2 | 7;

/** A function with its numeric options. */
export type FunctionCall =
  | { readonly name: RowFunction }
  | { readonly name: Exclude<GroupFunction, 'winsor' | 'quantile' | 'cut'> }
  | {
      readonly name: 'winsor';
      readonly percentiles: readonly [number, number];
      readonly type: QuantileType;
    }
  | { readonly name: 'quantile'; readonly percentile: number; readonly type: QuantileType }
  | { readonly name: 'cut'; readonly points?: readonly number[]; readonly quantiles?: number };

const signatures: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ...Object.entries(ofRow).map(([name, one]) => [name, { ...one, grouped: false }] as const),
  ...Object.entries(ofGroup).map(([name, one]) => [name, { ...one, grouped: true }] as const),
]);

export const functionNames: readonly string[] = [...signatures.keys()];

/** The arguments of a function; undefined for an unknown name. */
export function signatureOf(name: string): Signature | undefined {
  return signatures.get(name);
}

/** Names in other programs of functions with another name here. */
const otherNames: ReadonlyMap<string, string> = new Map<string, string>([
  ['ln', 'log(x)'],
  ['log10', 'log(x)/log(10)'],
  ['log2', 'log(x)/log(2)'],
  ['log1p', 'log(x + 1)'],
  ['expm1', 'exp(x) - 1'],
  ...['asinh', 'arcsinh', 'ihs'].map((name) => [name, 'log(x + sqrt(x^2 + 1))'] as const),
  ['cbrt', 'x^(1/3)'],
  ['sqr', 'x^2'],
  ['square', 'x^2'],
  ['fabs', 'abs(x)'],
  ...['int', 'trunc', 'fix'].map((name) => [name, 'floor(x)'] as const),
  ...['sign', 'sgn'].map((name) => [name, 'if(x > 0, 1, if(x < 0, -1, 0))'] as const),
  ['mod', 'x - 2 * floor(x/2)'],
  ...['bs', 'ns', 'rcs', 'spline', 'mkspline'].map((name) => [name, 'x + x^2'] as const),
  ['pow', 'x^2'],
  ['power', 'x^2'],
  ['ifelse', 'if(condition, a, b)'],
  ['cond', 'if(condition, a, b)'],
  ['case_when', 'if(condition, a, b)'],
  ['recode', 'if(condition, a, b)'],
  ['inlist', 'in(x, 1, 2)'],
  ['inrange', 'x >= 1 && x <= 2'],
  ...['l', 'shift'].map((name) => [name, 'L.x'] as const),
  ['f', 'F.x'],
  ['d', 'D.x'],
  ['lag', 'L.x'],
  ['lead', 'F.x'],
  ['diff', 'D.x'],
  ['pmin', 'min(x, y)'],
  ['pmax', 'max(x, y)'],
  ['avg', 'mean(x)'],
  ['average', 'mean(x)'],
  ['total', 'sum(x)'],
  ['scale', 'std(x)'],
  ...['zscore', 'standardize', 'standardise'].map((name) => [name, 'std(x)'] as const),
  ...['center', 'centre', 'demean'].map((name) => [name, 'x - mean(x)'] as const),
  ...['normalize', 'normalise', 'minmax', 'rescale'].map(
    (name) => [name, '(x - min(x))/(max(x) - min(x))'] as const,
  ),
  ...['winsorize', 'winsorise', 'winsor2'].map((name) => [name, 'winsor(x, 1)'] as const),
  ...['stdev', 'stddev'].map((name) => [name, 'sd(x)'] as const),
  ...['var', 'variance'].map((name) => [name, 'sd(x)^2'] as const),
  ...['percentile', 'pctile'].map((name) => [name, 'quantile(x, 75)'] as const),
  ...['rowmean', 'rowmeans'].map((name) => [name, '(x + y)/2'] as const),
  ...['rowtotal', 'rowsum', 'rowsums'].map((name) => [name, 'x + y'] as const),
  ['ntile', 'cut(x, quantiles: 4)'],
  ['xtile', 'cut(x, quantiles: 4)'],
  ['mi', 'missing(x)'],
  ['isna', 'missing(x)'],
  ['isnull', 'missing(x)'],
  ['isnan', 'missing(x)'],
  ['istrue', 'holds(condition)'],
  ['destring', 'number(x)'],
  ['real', 'number(x)'],
  ['as.numeric', 'number(x)'],
  ['to_numeric', 'number(x)'],
  ['i', 'i(x) in the formula'],
]);

/** How to write a function of another program, also of a module as in `np.log1p`. */
export function otherSpelling(name: string): string | undefined {
  const plain = name.toLowerCase();
  return otherNames.get(plain) ?? otherNames.get(plain.replace(/^.*\./, ''));
}
