/** What is said of the numbers in an author's text, in English. */
import { says } from '../../told.js';

export const textPlace = says('text/place', 'line {line}, column {column}');

export const changedNumber = says(
  'text/changed',
  ({ name, expected, written }: { name: string; expected: string; written: string }) =>
    `${name} is ${expected} now, and the text has ${written === '' ? 'nothing' : written}`,
);

export interface Unmatched {
  readonly written: string;
  readonly isP: boolean;
  readonly nearest?: { readonly name: string; readonly text: string };
}

export const unmatchedNumber = says(
  'text/unmatched',
  ({ written, isP, nearest }: Unmatched) =>
    `no ${isP ? 'p-value' : 'number'} of the study rounds to ${written}${nearest === undefined ? '' : `; the nearest is ${nearest.name}, ${nearest.text}`}`,
);

export const equalByChance = says(
  'text/chance',
  'A number in prose without its name may be wrong and still equal another number of the study. Here that would hide {share}% of wrong numbers.',
);
export const notChecked = says(
  'text/not-checked',
  'Whole numbers, numbers with one decimal, numbers in words, and the words around a number are not checked.',
);
export const fromElsewhere = says(
  'text/elsewhere',
  'Numbers from elsewhere, such as those of other papers, are reported although they may be right.',
);
