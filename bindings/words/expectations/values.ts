/** What options and keys may hold, in English: the words after "expected". */
import { says } from '../told.js';

export const aText = says('text', () => 'a text');
export const trueOrFalse = says('true-or-false', () => 'true or false');
export const oneOfWords = says(
  'one-of',
  ({ words }: { readonly words: readonly string[] }) => `one of ${words.join(', ')}`,
);
export const wholeAtLeast = says(
  'whole-at-least',
  ({ low }: { readonly low: number }) => `a whole number of at least ${low}`,
);
export const wholeFrom = says(
  'whole-from',
  ({ low, high }: { readonly low: number; readonly high: number }) =>
    `a whole number from ${low} to ${high}`,
);
export const numberBetween = says(
  'number-between',
  ({ low, high }: { readonly low: number; readonly high: number }) =>
    `a number between ${low} and ${high}`,
);
export const nameOfColumn = says('name-of-column', () => 'the name of a column');
