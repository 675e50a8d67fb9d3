/** What options and keys may hold, in English: the words after "expected". */
import { series } from '../text/counts.js';
import { says } from '../told.js';

export const aValue = says('value', 'a value');
export const aText = says('text', 'a text');
export const aNumber = says('number', 'a number');
export const aFiniteNumber = says('finite-number', 'a finite number');
export const finiteAboveZero = says('finite-above-zero', 'a finite number above 0');
export const aboveZero = says('above-zero', 'a number above 0');
export const aWholeNumber = says('whole-number', 'a whole number');
export const aList = says('list', 'a list');
export const listOfTexts = says('list-of-texts', 'a list of texts');
export const numberOrNumbers = says('number-or-numbers', 'a number or a list of numbers');
export const listOfNumbers = says('list-of-numbers', 'a list of numbers');
export const namesAmong = says(
  'names-among',
  ({ words }: { readonly words: readonly string[] }) => `a list of names among ${words.join(', ')}`,
);
export const listOfColumns = says('list-of-columns', 'a list of names of columns');
export const keysAndValues = says('keys-and-values', 'keys and values');
export const keysAndValuesWith = says(
  'keys-and-values-with',
  ({ required }: { readonly required: readonly string[] }) =>
    `keys and values with ${required.join(', ')}`,
);
export const keysAmong = says(
  'keys-among',
  ({ known }: { readonly known: readonly string[] }) => `keys among ${known.join(', ')}`,
);
export const trueOrFalse = says('true-or-false', 'true or false');
export const oneOfWords = says(
  'one-of',
  ({ words }: { readonly words: readonly string[] }) => `one of ${words.join(', ')}`,
);
/** Several words. */
export const allOf = says('all-of', ({ words }: { readonly words: readonly string[] }) =>
  series(words, 'and'),
);
export const listedWords = says('words', ({ words }: { readonly words: readonly string[] }) =>
  words.join(', '),
);
export const numberAbove = says('number-above', 'a number above {low}');
export const numberAtLeast = says('number-at-least', 'a number of at least {low}');
export const numberFrom = says('number-from', 'a number from {low} to {high}');
export const numberInside = says('number-inside', 'a number above {low} and below {high}');
export const wholeAtLeast = says('whole-at-least', 'a whole number of at least {low}');
export const wholeFrom = says('whole-from', 'a whole number from {low} to {high}');
export const numberBetween = says('number-between', 'a number between {low} and {high}');
export const aFunction = says('function', 'a function');
export const aName = says('name', 'a name');
export const listOfNames = says('list-of-names', 'a list of names');
export const textsByName = says('texts-by-name', 'texts by name');
export const nameOfCoefficient = says('name-of-coefficient', 'the name of a coefficient');
export const eitherOf = says('either-of', ({ words }: { readonly words: readonly string[] }) =>
  series(words, 'or'),
);
export const nameOfColumn = says('name-of-column', 'the name of a column');
export const confidenceLevel = says(
  'confidence-level',
  ({ lowest, meant }: { readonly lowest: number; readonly meant: number | undefined }) => {
    const expected = `a confidence level from ${lowest} to below 1, such as 0.95`;
    return meant === undefined ? expected : `${expected} (did you mean ${meant}?)`;
  },
);
export const significanceLevel = says(
  'significance-level',
  'a level of significance of at most {highest} (did you mean {meant}?)',
);
export const regularExpression = says('regular-expression', 'a regular expression between slashes');
