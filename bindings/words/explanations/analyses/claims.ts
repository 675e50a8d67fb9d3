/** Explanations of errors in the claims and texts of a study. */
import type { Entries } from '../explanation.js';

export const claimErrors = {
  'bad-claim': [
    'The text of a claim cannot be read, or it says two things. A caret shows the place.',
    'The claim is not judged.',
    'Write COLUMN: TERM > 0 [at LEVEL], with <, !=, = 0 within BAND, or TERM differs between A and B. Write a claim for each statement.',
  ],
  'unknown-model': [
    'A claim or figure names a column that its table does not have. T5.2 is column (2) of T5 as it is printed, first stages included.',
    'The claim is not testable, or the figure is not drawn. The rest of the study runs.',
    'Use a column that the message lists.',
  ],
  'unknown-table': [
    'A claim or figure names a table that the study does not have.',
    'The claim is not testable, and the rest of the study runs. A figure with such a name stops the study.',
    'Use the name of a table under tables.',
  ],
  'unknown-group': [
    'A claim about a difference names a group that the split does not have.',
    'The claim is not testable.',
    'Use the values of the column that splits, or low and high for a split at the mean or median.',
  ],
  'unknown-number': [
    'A template names a number that the study does not have. The message gives its line and column.',
    'The text is not written.',
    'Use the name of a column, a dot, and a coefficient or statistic, such as T4.2.Gov.se. The output numbers.json lists all names.',
  ],
  'bad-template': [
    'A template opens a place for a number with two braces and does not close it.',
    'The text is not written.',
    'Close it, or write a backslash before the braces if they are meant as they are.',
  ],
} satisfies Entries;
