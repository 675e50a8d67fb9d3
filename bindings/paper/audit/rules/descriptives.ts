/** Means, standard deviations, ranges and correlations of variables. */
import { type Check, type Checks, checksOf, comparison, type Outcome } from '../check.js';
import { say } from '../../../words/phrase.js';
import { openEnd, type Printed, rangeOf, type Rounding, roundings } from '../printed.js';
import { point, type Range } from '../range.js';
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
    worked: say('a variable from {} to {}', min.text, max.text),
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
    worked: say('a variable with the smallest value {}', min.text),
    ...comparison(rounded(max), (rounding) => ({
      low: rounded(min)(rounding).low,
      high: Infinity,
    })),
  });
});

/**
 * Bounds of a standard deviation: sd^2 <= (max - mean) (mean - min) n / (n - 1) (Bhatia and Davis 2000), and at least
 * the sd with one value at each end and all others at one point.
 */
export const sdBounds = eachVariable((variable, column) => {
  const [sd, mean, min, max] = ['sd', 'mean', 'min', 'max'].map(variable.stat);
  if (sd === undefined) return 'inapplicable';
  const n = nobsOf(variable, column);
  if (mean === undefined || min === undefined || max === undefined || n === undefined || n < 2) {
    return 'missing';
  }
  if (min.value > mean.value || mean.value > max.value) return 'inapplicable'; // no such variable
  const boundsOf =
    (range: (printed: Printed, rounding: Rounding) => Range) => (rounding: Rounding) => {
      const [m, low, high] = [mean, min, max].map((printed) => range(printed, rounding)) as [
        Range,
        Range,
        Range,
      ];
      // With weights, the extreme values may have almost no weight.
      const least = column.notes.families.has('weights') ? 0 : fewestSd([m, low, high], n);
      return { low: least, high: largestSd([m, low, high], n) };
    };
  const ofRounded = comparison(rounded(sd), boundsOf(rangeOf));
  // Whole extremes of a variable with decimals are mostly exact.
  const isExact = min.whole && max.whole && hasDecimals(variable);
  const ofExact = comparison(
    rounded(sd),
    boundsOf((printed, rounding) =>
      printed.whole ? point(printed.value) : rangeOf(printed, rounding),
    ),
  );
  const isDoubtful = isExact && roundings.some(ofRounded.agrees);
  return variableCheck(column, variable, ['sd', sd], {
    involves: ['sd', 'mean', 'min', 'max', 'n'],
    worked: say('n = {} values from {} to {} with mean {}', n, min.text, max.text, mean.text),
    ...(isDoubtful ? { ...ofExact, severity: 'doubtful' as const } : ofRounded),
  });
});

type Moments = readonly [mean: Range, min: Range, max: Range];

/** The product is largest where min is lowest, max highest and the mean nearest to the middle. */
function largestSd([mean, min, max]: Moments, n: number): number {
  const middle = (min.low + max.high) / 2;
  const m = Math.min(Math.max(middle, mean.low), mean.high);
  return Math.sqrt(Math.max(0, ((max.high - m) * (m - min.low) * n) / (n - 1)));
}

/**
 * Smallest sum of squares about the mean with one value at each end, with the ends as close as the rounding allows;
 * divided by n.
 */
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

const binaries = /dummy|dummies|binary|indicator|0\s*\/\s*1|0-1|虚拟变量/i;
const wholes = /\bcounts?\b|integer|whole number|number of|计数/i;

/** Whether the notes or the name of a variable say that it is of a kind. */
function isNamed(pattern: RegExp, { row }: VariableView, { notes }: ColumnView): boolean {
  if (pattern.test(row)) return true;
  const sentences = notes.text.split(/[;.]/).filter((sentence) => pattern.test(sentence));
  const name = new RegExp(`(?<![\\p{L}\\d])${escaped(row)}(?![\\p{L}\\d])`, 'iu');
  return sentences.some(
    (one) => name.test(one) || /\ball variables\b|^\s*(?:counts|dummies)\s*$/i.test(one),
  );
}

/** What a variable takes: whole numbers, or two values whose share is the mean. Weighted means are neither. */
function kindOf(variable: VariableView, column: ColumnView): 'whole' | 'binary' | undefined {
  const [min, max] = ['min', 'max'].map(variable.stat);
  if (column.notes.families.has('weights')) return undefined;
  if (min === undefined || max === undefined) {
    return isNamed(binaries, variable, column) ? 'binary' : undefined;
  }
  const isUnit = min.value === 0 && max.value === 1;
  if (isUnit && isNamed(binaries, variable, column)) return 'binary';
  const isCount = isNamed(wholes, variable, column) || hasFixedDecimals(column);
  if (!min.whole || !max.whole || !isCount || !hasDecimals(variable)) return undefined;
  return isUnit ? 'binary' : 'whole';
}

/** Whether the extremes are whole, and nothing says whether all values are. */
function mayBeWhole(variable: VariableView, { notes }: ColumnView): boolean {
  const [min, max] = ['min', 'max'].map(variable.stat);
  const areWhole = min?.whole === true && max?.whole === true;
  return areWhole && hasDecimals(variable) && !notes.families.has('weights');
}

function mayBeBinary(variable: VariableView, column: ColumnView): boolean {
  const [min, max] = ['min', 'max'].map(variable.stat);
  return mayBeWhole(variable, column) && min?.value === 0 && max?.value === 1;
}

/** Whether the mean or the standard deviation is printed with decimals. */
function hasDecimals({ stat }: VariableView): boolean {
  return [stat('mean'), stat('sd')].some((printed) => printed?.whole === false);
}

/**
 * True if other variables print their extremes with a fixed number of decimals, so that extremes without decimals are
 * whole numbers, not numbers with zeros removed.
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
  if (mean === undefined) return 'inapplicable';
  if (kind === undefined) return mayBeWhole(variable, column) ? 'missing' : 'inapplicable';
  if (n === undefined) return 'missing';
  return variableCheck(column, variable, ['mean', mean], {
    involves: ['mean', 'n'],
    worked: say(
      'the mean of {} whole numbers is a whole number over {}; the nearest are {} and {}',
      n,
      n,
      ...nearestShares(mean, n),
    ),
    agrees: (rounding) => hasShare(mean, rounding, n),
    ...severityOf(variable, column),
  });
});

/** Whole extremes may belong to a variable that is not whole, unless its name or the notes say so. */
function severityOf(variable: VariableView, column: ColumnView) {
  return [binaries, wholes].some((kind) => isNamed(kind, variable, column))
    ? {}
    : ({ severity: 'doubtful' } as const);
}

/**
 * True if some whole number over n prints like this. A truncated number does not round up; halves may round either way.
 */
function hasShare(mean: Printed, rounding: Rounding, n: number): boolean {
  const { low, high } = rounded(mean)(rounding);
  const open = openEnd(mean, rounding);
  const slack = 1e-9 * n;
  const least = low * n + (open === 'low' ? slack : -slack);
  const most = high * n + (open === 'high' ? -slack : slack);
  return Math.floor(most) >= Math.ceil(least);
}

function nearestShares({ value, text }: Printed, n: number): readonly [string, string] {
  const digits = (text.split('.')[1] ?? '').length + 2;
  const below = Math.floor(value * n);
  return [(below / n).toFixed(digits), ((below + 1) / n).toFixed(digits)];
}

/** DEBIT: of zeros and ones, sd^2 = mean (1 - mean) n / (n - 1), or without the factor (Heathers and Brown 2019). */
export const debit = eachVariable((variable, column) => {
  const [sd, mean] = ['sd', 'mean'].map(variable.stat);
  const n = nobsOf(variable, column);
  const kind = kindOf(variable, column);
  if (sd === undefined || kind === 'whole') return 'inapplicable';
  if (kind === undefined) return mayBeBinary(variable, column) ? 'missing' : 'inapplicable';
  if (mean === undefined || n === undefined || n < 2) return 'missing';
  const product = (m: number): number => Math.max(0, m * (1 - m));
  return variableCheck(column, variable, ['sd', sd], {
    involves: ['sd', 'mean', 'n'],
    worked: say('sd of zeros and ones with mean {} and n = {}', mean.text, n),
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
