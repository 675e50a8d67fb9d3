/** Means, standard deviations, ranges and correlations of variables. */
import { type Check, type Checks, checksOf, comparison, type Outcome } from '../check.js';
import { type Printed, type Rounding } from '../printed.js';
import { type Range } from '../range.js';
import { type ColumnView, countOf, rounded, type TableView, type VariableView } from '../view.js';

function eachVariable(rule: (variable: VariableView, column: ColumnView) => Outcome) {
  return ({ columns }: TableView): Checks =>
    checksOf(
      columns.flatMap((column) => column.variables.map((variable) => rule(variable, column))),
    );
}

function variableCheck(
  { table, column }: ColumnView,
  { row }: VariableView,
  [stat, printed]: readonly [string, Printed],
  rest: Omit<Check, 'place' | 'subject' | 'printed'>,
): Check {
  return { place: { table, column, row }, subject: { stat }, printed: printed.text, ...rest };
}

function nobsOf(variable: VariableView, column: ColumnView): number | undefined {
  return countOf(variable, 'n') ?? countOf(column, 'n');
}

/** min <= mean <= max. */
export const meanInRange = eachVariable((variable, column) => {
  const [mean, min, max] = ['mean', 'min', 'max'].map(variable.stat);
  if (mean === undefined) return 'inapplicable';
  if (min === undefined || max === undefined) return 'missing';
  return variableCheck(column, variable, ['mean', mean], {
    involves: ['mean', 'min', 'max'],
    worked: `a variable from ${min.text} to ${max.text}`,
    ...comparison(rounded(mean), (rounding) => ({
      low: rounded(min)(rounding).low,
      high: rounded(max)(rounding).high,
    })),
  });
});

/** min <= max. */
export const orderedRange = eachVariable((variable, column) => {
  const [min, max] = ['min', 'max'].map(variable.stat);
  if (min === undefined || max === undefined) return 'inapplicable';
  return variableCheck(column, variable, ['max', max], {
    involves: ['min', 'max'],
    worked: `a variable with the smallest value ${min.text}`,
    ...comparison(rounded(max), (rounding) => ({
      low: rounded(min)(rounding).low,
      high: Infinity,
    })),
  });
});

/**
 * Bounds of a standard deviation: sd^2 <= (max - mean) (mean - min) n / (n - 1) (Bhatia and Davis 2000), and at least
 * that of one value at each end with all others at one point.
 */
export const sdBounds = eachVariable((variable, column) => {
  const [sd, mean, min, max] = ['sd', 'mean', 'min', 'max'].map(variable.stat);
  if (sd === undefined) return 'inapplicable';
  const n = nobsOf(variable, column);
  if (mean === undefined || min === undefined || max === undefined || n === undefined || n < 2) {
    return 'missing';
  }
  const bounds = (rounding: Rounding): Range => {
    const [m, low, high] = [mean, min, max].map((one) => rounded(one)(rounding)) as [
      Range,
      Range,
      Range,
    ];
    return { low: fewestSd([m, low, high], n), high: largestSd([m, low, high], n) };
  };
  return variableCheck(column, variable, ['sd', sd], {
    involves: ['sd', 'mean', 'min', 'max', 'n'],
    worked: `n = ${n} values from ${min.text} to ${max.text} with mean ${mean.text}`,
    ...comparison(rounded(sd), bounds),
  });
});

type Moments = readonly [mean: Range, min: Range, max: Range];

/** The product is largest where min is lowest, max highest and the mean nearest to the middle. */
function largestSd([mean, min, max]: Moments, n: number): number {
  const middle = (min.low + max.high) / 2;
  const m = Math.min(Math.max(middle, mean.low), mean.high);
  return Math.sqrt(Math.max(0, ((max.high - m) * (m - min.low) * n) / (n - 1)));
}

/** Least squares about the mean with one value at each end; the ends as near as the rounding allows, divided by n. */
function fewestSd([mean, min, max]: Moments, n: number): number {
  const spread = Math.max(0, max.low - min.high);
  if (n === 2) return spread / 2;
  // With ends a and b fixed the sum of squares is smallest where the others are equal; over the mean, where all others
  // are at (a + b) / 2.
  const [a, b] = [min.high, Math.max(max.low, min.high)];
  const m = Math.min(Math.max((a + b) / 2, mean.low), mean.high);
  const other = Math.min(Math.max((n * m - a - b) / (n - 2), a), b);
  const centre = (a + b + (n - 2) * other) / n;
  const squares = (a - centre) ** 2 + (b - centre) ** 2 + (n - 2) * (other - centre) ** 2;
  return Math.sqrt(squares / n);
}

/** What a variable counts: whole numbers, or a share of two values. */
function kindOf(variable: VariableView, column: ColumnView): 'whole' | 'binary' | undefined {
  const [min, max] = ['min', 'max'].map(variable.stat);
  const { text } = column.notes;
  const named = new RegExp(
    `\\b${escaped(variable.row)}\\b[^.;]{0,40}\\b(dummy|binary|0/1|indicator)`,
    'i',
  );
  const isNamed = named.test(text) || /dummy|binary|0\/1/i.test(variable.row);
  const isWhole = min?.whole === true && max?.whole === true;
  if (isNamed || (isWhole && /(all variables are|are) (dummies|binary|indicators)/i.test(text))) {
    return 'binary';
  }
  const isCount = /counts?|integer|whole number|计数/i.test(`${text} ${variable.row}`);
  if (!isWhole || (!isCount && !hasFixedDecimals(column))) return undefined;
  const decimals = [variable.stat('mean'), variable.stat('sd')];
  const shows = decimals.some((one) => one !== undefined && !one.whole);
  if (!shows) return undefined;
  return min.value === 0 && max.value === 1 ? 'binary' : 'whole';
}

/**
 * Whether other variables print their ends with the same number of decimals, so that ends without are whole numbers and not
 * ones whose zeros were cut.
 */
function hasFixedDecimals({ variables }: ColumnView): boolean {
  const texts = variables.flatMap(({ texts: { min = '', max = '' } }) => [min, max]);
  const decimals = texts.flatMap((text) => /[.,](\d+)$/.exec(text)?.[1]?.length ?? []);
  const ending = texts.some((text) => /[.,]\d*0$/.test(text));
  return decimals.length >= 4 && new Set(decimals).size === 1 && ending;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** GRIM: the mean of n whole numbers is a whole number over n (Brown and Heathers 2017). */
export const grim = eachVariable((variable, column) => {
  const mean = variable.stat('mean');
  const n = nobsOf(variable, column);
  const kind = kindOf(variable, column);
  if (mean === undefined || kind === undefined) return 'inapplicable';
  if (n === undefined) return 'missing';
  return variableCheck(column, variable, ['mean', mean], {
    involves: ['mean', 'n'],
    worked: `the mean of ${n} whole numbers is a whole number over ${n}; the nearest are ${nearestShares(mean, n)}`,
    agrees: (rounding) => hasShare(rounded(mean)(rounding), n),
    ...severityOf(variable, column),
  });
});

/** Whole ends may belong to a variable that is not whole, unless the notes name it. */
function severityOf(variable: VariableView, column: ColumnView) {
  const named = /dummy|binary|0\/1|counts?|integer|whole number/i;
  return named.test(column.notes.text) || named.test(variable.row)
    ? {}
    : ({ severity: 'doubtful' } as const);
}

function hasShare({ low, high }: Range, n: number): boolean {
  const slack = 1e-9 * n;
  return Math.floor(high * n + slack) >= Math.ceil(low * n - slack);
}

function nearestShares({ value, text }: Printed, n: number): string {
  const digits = (text.split('.')[1] ?? '').length + 2;
  const below = Math.floor(value * n);
  return `${(below / n).toFixed(digits)} and ${((below + 1) / n).toFixed(digits)}`;
}

/** DEBIT: of zeros and ones, sd^2 = mean (1 - mean) n / (n - 1), or without the factor (Heathers and Brown 2019). */
export const debit = eachVariable((variable, column) => {
  const [sd, mean] = ['sd', 'mean'].map(variable.stat);
  const n = nobsOf(variable, column);
  if (sd === undefined || kindOf(variable, column) !== 'binary') return 'inapplicable';
  if (mean === undefined || n === undefined || n < 2) return 'missing';
  const product = (m: number): number => Math.max(0, m * (1 - m));
  return variableCheck(column, variable, ['sd', sd], {
    involves: ['sd', 'mean', 'n'],
    worked: `sd of zeros and ones with mean ${mean.text} and n = ${n}`,
    ...comparison(rounded(sd), (rounding) => {
      const { low, high } = rounded(mean)(rounding);
      const top = low <= 0.5 && high >= 0.5 ? 0.25 : Math.max(product(low), product(high));
      const bottom = Math.min(product(low), product(high));
      return { low: Math.sqrt(bottom), high: Math.sqrt((top * n) / (n - 1)) };
    }),
    ...severityOf(variable, column),
  });
});

/** A variance inflation factor is 1 / (1 - R2), at least one. */
export const vif = eachVariable((variable, column) => {
  const printed = variable.stat('vif');
  if (printed === undefined) return 'inapplicable';
  return variableCheck(column, variable, ['vif', printed], {
    involves: ['vif'],
    worked: '1 / (1 - R2)',
    ...comparison(rounded(printed), () => ({ low: 1, high: Infinity })),
  });
});

/** |r| <= 1, for statistics named `corr[x]`. */
export function correlationBounds({ columns }: TableView): Checks {
  const checks = columns.flatMap((column) =>
    column.variables.flatMap((variable) =>
      correlationsOf(variable).map(([stat, printed]) =>
        variableCheck(column, variable, [stat, printed], {
          involves: [stat],
          worked: 'a correlation',
          ...comparison(rounded(printed), () => ({ low: -1, high: 1 })),
        }),
      ),
    ),
  );
  return { checks, missing: 0 };
}

function correlationsOf(variable: VariableView): readonly (readonly [string, Printed])[] {
  return Object.keys(variable.texts).flatMap((stat) => {
    const printed = /^corr\[.+\]$/.test(stat) ? variable.stat(stat) : undefined;
    return printed === undefined ? [] : [[stat, printed] as const];
  });
}
