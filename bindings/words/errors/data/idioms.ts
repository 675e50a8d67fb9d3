/** Errors of formulas of other programs that have no counterpart, in English. */
import { type Lists, says } from '../../told.js';

interface OfPart {
  /** As the user wrote it. */
  readonly part: string;
}

interface Instead extends OfPart {
  /** What to write, in the syntax of formulas. */
  readonly write: string;
}

const computeFirst = 'compute it as a column of the data and write the name of that column';

const products = {
  constant: 'a constant',
  comparison: 'a comparison',
  sum: 'a sum or difference',
  roots: 'products of roots',
  nothing: 'no product',
  root: 'a root of a product',
  'root-power': 'a power of a root',
} as const;

/** What a product of columns has: one of these, a number, or a power. */
export type ProductFault =
  keyof typeof products | { readonly number: string } | { readonly power: string };

export const notProduct = says(
  'formula-syntax/product',
  ({ part, found }: OfPart & { readonly found: ProductFault }) => {
    const words =
      typeof found === 'string'
        ? products[found]
        : 'number' in found
          ? `the number ${found.number}`
          : `the power ${found.power}`;
    return `${part}: expected a product or power of columns, found ${words}; ${computeFirst}`;
  },
);
export const otherReferenceLevel = says(
  'formula-syntax/factor',
  ({ part, found, write }: Instead & { readonly found: readonly string[] }) =>
    `${part}: expected a column and its reference level, found ${found.join(', ')}; write ${write}`,
);
export const noReferenceLevel = says(
  'formula-syntax/relevel',
  '{part}: expected ref = LEVEL; write {write}',
);
export const slopesWithReference = says(
  'formula-syntax/slopes',
  '{part}: expected one slope for each level, as a product drops a level only where {slope} is in the model; write {write}',
);
export const badPeriods = says(
  'formula-syntax/periods',
  ({ part, name, of, found, write }: Instead & Record<'name' | 'of', string> & Lists<'found'>) =>
    `${part}: expected whole numbers of periods, as in ${name}(${of}, 1:2), found ${found.join(', ')}; write ${write}`,
);
export const orthogonalPowers = says(
  'formula-syntax/poly',
  '{part}: expected powers of a column (raw = TRUE), found orthogonal polynomials; write {write}',
);
export const longDifference = says(
  'formula-syntax/difference',
  ({ part, periods, write }: Instead & { readonly periods: string }) =>
    `${part}: expected a difference over one period, found one over ${periods}; write ${write}, or ${computeFirst}`,
);
export const otherBase = says(
  'formula-syntax/base',
  ({ part, column, found, dummies, withLevel }: OfPart & OtherBase) => {
    const instead =
      withLevel === undefined
        ? `${dummies} - 1, which has each level and no intercept`
        : `${dummies}, or ${withLevel}`;
    return `${part}: expected i.${column} or a base level as in ib2019.${column}, found ${found}; write ${instead}`;
  },
);

export interface OtherBase {
  readonly column: string;
  readonly found: string;
  readonly dummies: string;
  /** The dummies with a reference level; undefined if the base is none. */
  readonly withLevel: string | undefined;
}

export const mixedProducts = says(
  'formula-syntax/crosses',
  '{part}: expected one of # and ## between at most {most} variables; write each product by itself, as in i(g):x',
);
export const noPrefix = says(
  'formula-syntax/prefix',
  '{part}: expected c. for numbers or i. for levels before a variable in an interaction; write c.{part}',
);
export const severalVariables = says(
  'formula-syntax/several',
  '{part}: expected one variable on each side of #, found {found}; write {write}',
);
export const otherCovariance = says(
  'formula-syntax/covariance',
  '{part}: expected vce(robust), vce(cluster COLUMN) or vce(hc3); write other covariances as the key vcov, or as --vcov at the command line',
);
export const twoOptions = says(
  'formula-syntax/two-options',
  '{part}: expected one option for {key}, found another one before it; write only one of them',
);
export const otherOption = says(
  'formula-syntax/option',
  '{part}: expected options such as absorb(id) vce(cluster id), robust or noconstant, found another one; write it as a key of the model',
);
export const badWeights = says(
  'formula-syntax/weights',
  '[{part}]: expected aw, pw or fw and a column; write [aw=COLUMN], or the key weights',
);
export const rangeOfRows = says(
  'formula-syntax/rows',
  '{part}: expected variables and a condition, found a range of rows; write the condition after if, as in if year > 2000',
);
export const otherCommand = says(
  'formula-syntax/command',
  '{part}: expected variables, found the command of another program; write {write} without it, or read the script with wasmetrics import',
);
export const rangeOfColumns = says(
  'formula-syntax/columns',
  '{part}: expected columns, found a range of them; write each of them, from {from} to {to}',
);
export const missingInCondition = says(
  'formula-syntax/missing',
  'if {part}: expected comparisons with values, found missing ones; rows with missing values are left out anyway, so write the other conditions as where',
);
export const powerOfSum = says(
  'formula-syntax/power',
  '{part}: expected a power of one term, found one of a sum; write {write}',
);
export const severalTerms = says(
  'formula-syntax/terms',
  ({ part, found }: OfPart & { readonly found: readonly string[] }) =>
    `${part}: expected one term inside the function, found ${found.join(' + ')}; write the function of each, as in log(x) + log(z)`,
);
export const randomCoefficients = says(
  'formula-syntax/random',
  '{part}: expected regressors, found random coefficients; for a random intercept of the units write the estimator panel with effects random',
);
export const severalFormulas = says(
  'several-models/formula',
  '{part} describes several models, expected one; use fitAll, or write a formula for each',
);
export const allColumns = says(
  'formula-syntax/dot',
  '"." does not name columns; write each of them, as in y ~ x1 + x2',
);
export const slopesByGroup = says(
  'formula-syntax/effects',
  '{part}: expected absorbed effects, found slopes by group; write the slopes as regressors, as in x:i(g)',
);
