/** Errors of syntax in formulas, filters and expressions, in English. */
import { type Numbers, says, type Told } from '../../told.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

export interface SyntaxProblem {
  readonly problem: Told;
}

export const formulaSyntax = says('formula-syntax', ({ problem }: SyntaxProblem) => problem.text);
export const expressionSyntax = says(
  'expression-syntax',
  ({ problem }: SyntaxProblem) => problem.text,
);
export const whereSyntax = says('where-syntax', ({ problem }: SyntaxProblem) => problem.text);
export const buildSyntax = says('build-syntax', ({ problem }: SyntaxProblem) => problem.text);

const expectedWords = {
  coefficient: 'a coefficient or a number',
  'one-coefficient': 'one coefficient, not a range of lags',
  column: 'a column name',
  end: 'an operator or the end',
  'end-of-statements': 'an operator, "=", "," or the end',
  equality: '"==" to compare',
  or: '"||" between conditions',
  expression: 'an expression, not a formula',
  operand: 'a column, number or text',
  literal: 'a number or a text in quotes',
  variable: 'a variable',
  number: 'a number',
  'one-equals': '"=" between the sides',
  inequality: '">" or "<", which say the alternative',
  'one-after-minus': '1 after "-"',
  term: 'a term, 0 or 1',
} as const;

/** What a reader expects next: one of these, or a symbol. */
export type SyntaxExpected = keyof typeof expectedWords | { readonly symbol: string };

export const unexpectedToken = says(
  'syntax-problem/token',
  ({ expected, found }: UnexpectedToken) => {
    const words = typeof expected === 'string' ? expectedWords[expected] : `"${expected.symbol}"`;
    const hint = isArithmetic({ expected, found })
      ? '; write arithmetic in I(), as in I(x / z)'
      : '';
    return `expected ${words}, found ${found === undefined ? 'the end' : `"${found}"`}${hint}`;
  },
);

export interface UnexpectedToken {
  readonly expected: SyntaxExpected;
  /** Undefined at the end. */
  readonly found: string | undefined;
}

/** True for a sign of arithmetic where a formula has none. */
export function isArithmetic({ expected, found = '' }: UnexpectedToken): boolean {
  if (typeof expected === 'string') return expected === 'end' && found === '/';
  return expected.symbol === ')' && /^(?:[-+*/]|[<>=!]=?|&&?|\|\|)$/.test(found);
}

export const deeplyNested = says(
  'syntax-problem/depth',
  'expected at most {most} nested parentheses, functions and signs, as each needs its own stack frames, found more; remove some',
);
export const longChain = says(
  'syntax-problem/chain',
  'expected at most {most} operators in a chain, as each needs its own stack frames, found more; group them in parentheses, or list values as in x in (1, 2)',
);
export const longText = says(
  'syntax-problem/length',
  'expected at most {most} characters, found {found}; write a shorter text',
);
export const openQuote = says('syntax-problem/quote', 'the quote {quote} is empty or not closed');
export const badCharacter = says(
  'syntax-problem/character',
  ({ character }: { readonly character: string }) => {
    const write = plainOf(character);
    const hint =
      character === '.'
        ? '; use a dot after L, F or D only, and write other names with a dot in backquotes'
        : write === undefined
          ? ''
          : `; write ${write}`;
    return `unexpected character "${character}"${hint}`;
  },
);

/** How to write a character of wide type, a curly quote or a single `&`; undefined for another. */
export function plainOf(character: string): string | undefined {
  if (character === '&') return '&&';
  if (/[“”‘’「」]/.test(character)) return '"';
  const plain = character.normalize('NFKC');
  return plain !== character && /^[!-~]$/.test(plain) ? plain : undefined;
}

export const manyTerms = says(
  'syntax-problem/terms',
  'expected at most {most} terms from a product or lags, as the time grows with the cube of the columns, found {found}; write fewer',
);
export const manyFactors = says(
  'syntax-problem/factors',
  'expected at most {most} factors in a product, found more; use a power such as x^2',
);
export const otherReference = says(
  'syntax-problem/reference',
  ({ terms: [one, other] }: { readonly terms: readonly [string, string] }) =>
    `expected one reference level in a product, found ${one} and ${other}; write the same ref`,
);
export const zeroPower = says('syntax-problem/power', 'the power must not be 0');
export const transformedDummies = says(
  'syntax-problem/dummies',
  'i() cannot be transformed; add it or interact it with other terms',
);
export const oneDepvar = says('syntax-problem/depvar', 'expected one variable on the left side');
export const badLags = says(
  'syntax-problem/lags',
  'lags must ascend and be at most {most}, found "{found}"',
);
export const manyLags = says(
  'syntax-problem/all-lags',
  'lags must be at most {most} in all, found {found}',
);
export const manyStatements = says(
  'syntax-problem/statements',
  'expected at most {most} expressions or equations, found more; remove some',
);

interface OfFunction {
  readonly name: string;
}

export const unknownFunction = says(
  'syntax-problem/function',
  ({ name, meant }: OfFunction & { readonly meant: Suggestion | { readonly write: string } }) =>
    `unknown function "${name}"${'write' in meant ? `; write ${meant.write}` : suggested(meant)}`,
);
export const unknownOption = says(
  'syntax-problem/option',
  ({ name, option, meant }: OfFunction & UnknownOption) =>
    `unknown option "${option}" of ${name}${meant === undefined ? '; it has none' : suggested(meant)}`,
);

export interface UnknownOption {
  readonly option: string;
  /** Undefined if the function has no options. */
  readonly meant: Suggestion | undefined;
}

export const textForNumber = says('syntax-problem/number', 'expected a number, found text');
export const badQuantiles = says(
  'syntax-problem/quantiles',
  'quantiles: expected a whole number from 2 to {most}, found {found}',
);
export const badArguments = says(
  'syntax-problem/arguments',
  ({ name, least, most, found }: OfFunction & ArgumentCount) => {
    const bounds =
      most === undefined ? `at least ${least}` : least === most ? least : `${least} or ${most}`;
    return `${name} takes ${bounds} value${bounds === 1 ? '' : 's'}, found ${found}`;
  },
);

export interface ArgumentCount {
  readonly least: number;
  /** Undefined if there is no limit. */
  readonly most: number | undefined;
  readonly found: number;
}

export const groupsOfValues = says(
  'syntax-problem/by',
  '{name} of several values is taken in each row, which by: would not change; leave it out',
);
export const needsOrder = says(
  'syntax-problem/order',
  '{name} needs the column that orders the rows, as in {name}(x, by: id, order: year)',
);
export const takesNoList = says(
  'syntax-problem/list',
  '{name} takes no list of numbers; leave it out',
);
export const cutNeedsPoints = says(
  'syntax-problem/cut',
  'cut needs cut points or a number of groups, as in cut(x, [0, 10]) or cut(x, quantiles: 4)',
);
export const badPercentiles = says(
  'syntax-problem/winsor',
  'winsor needs two percentiles in ascending order from 0 to 100, as in winsor(x, 1, 99)',
);
export const badPercentile = says(
  'syntax-problem/quantile',
  'quantile needs a percentile from 0 to 100, as in quantile(x, 75)',
);
export const shareForPercent = says(
  'syntax-problem/share',
  ({ name, found, percent }: OfFunction & Numbers<'found' | 'percent'>) =>
    `${name} takes percentiles from 0 to 100, found ${found}, which reads like a share; write ${name}(x, ${percent})${name === 'winsor' ? `, or winsor(x, ${found}, ${100 - found}) for ${found}%` : ''}`,
);
export const badQuantileType = says(
  'syntax-problem/quantile-type',
  'type: expected 7, or 2 for the definition of Stata, found {found}',
);
export const badCuts = says(
  'syntax-problem/points',
  ({ most, found }: Numbers<'most'> & { readonly found: readonly number[] }) =>
    `cut needs at most ${most} cut points in ascending order, found ${found.join(', ')}`,
);
export const inNeedsLiterals = says(
  'syntax-problem/in',
  'in compares with numbers and texts, as in in(x, "a", "b")',
);
export const severalLags = says(
  'syntax-problem/several-lags',
  '{operators}x is several columns; write an expression for each lag',
);
export const longNumber = says(
  'syntax-problem/digits',
  '{number} has more digits than a number holds; write it in quotes, as its column is text',
);
export const hugeNumber = says('syntax-problem/range', '{number} is beyond the range of doubles');
export const emptyText = says(
  'syntax-problem/empty',
  'an empty text means a missing value, which equals nothing',
);
export const shiftInFilter = says(
  'where-syntax/shift',
  ({ written }: { readonly written: boolean }) =>
    `a filter cannot contain lags or differences${written ? '; build a column of them first' : ''}`,
);
export const functionInFilter = says(
  'where-syntax/function',
  'expected a condition without functions, found {name}(), which can differ between programs; build a column first',
);
export const formulaWithOptions = says(
  'formula-syntax/keys',
  'expected a formula without options, found one that sets {key}; write "{formula}" and {key} as a key of the model',
);
