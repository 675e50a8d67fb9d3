/** Explanations of errors and warnings of the steps between a file and a model: append, reshape, merge and build. */
import type { Entries } from '../explanation.js';

export const stepErrors = {
  'build-syntax': [
    'The expression of a new column cannot be read. The caret is under the place.',
    'Nothing was built.',
    'Correct the expression. Write unusual column names in backquotes, and texts in quotes.',
  ],
  'build-type': [
    'A part of an expression has the wrong type: text, a number or a condition where another is needed.',
    'Nothing was built.',
    'Compare a number to make a condition, as in x == 1, or declare the type of the column in the file.',
  ],
  'where-type': [
    'A filter is no condition, or a part of it has the wrong type, such as text in arithmetic.',
    'Nothing was estimated.',
    'Compare the column, as in x > 0, and write texts in quotes.',
  ],
  'column-exists': [
    'A new column would have the name of another one.',
    'Nothing was changed.',
    'Choose another name. A built column may overwrite another with replace: true, and rename gives merged columns new names.',
  ],
  'merge-key-type': [
    'A key of a merge has different types in the two files, such as the text 001 and the number 1.',
    'Nothing was merged, as no row would match.',
    'Declare the type of the column in one of the files, as in types: {id: text}.',
  ],
  'duplicate-merge-keys': [
    'A key of a merge occurs more than once in the file, or in the data of a 1:1 merge.',
    'Nothing was merged, as rows would be repeated.',
    'Add a column to on that tells the rows apart, or correct the file.',
  ],
  'bad-append': [
    'A column has another type or other value labels in an appended file than in the data.',
    'Nothing was appended, as one column would have two meanings.',
    'Declare its type in one of the files, recode it, or give it another name by rename.',
  ],
  'bad-reshape': [
    'The columns and rows do not have the form that reshape needs.',
    'Nothing was changed.',
    'Follow the message: check the patterns, the columns of id and the types of the columns.',
  ],
  'duplicate-reshape-keys': [
    'Two rows have the same id, or the same id and period.',
    'Nothing was reshaped, as one cell would have two values.',
    'Add a column to id that tells the rows apart, or correct the file.',
  ],
} satisfies Entries;

export const stepWarnings = {
  'undefined-cells': [
    'A new column is missing in rows where its inputs are present: a log of 0 or a negative number, a division by zero, or a number beyond the range of doubles.',
    'These cells are missing, and models leave their rows out. That selects rows by the value of the variable.',
    'Check the rows. Zeros may need another transformation, such as an inverse hyperbolic sine or a Poisson model.',
  ],
  'reshape-leading-zeros': [
    'The number in the names of some columns starts with zeros, as in m01.',
    'The new column holds numbers, so m01 gives 1 and the zeros are gone. Years of two digits, such as 99 and 00, are out of order.',
    'Keep the zeros with text: true, or rename columns of years to four digits.',
  ],
  'reshape-other-columns': [
    'Columns match the pattern of a reshape, but the part for the braces has digits and is not a whole number, as in gdp2018e.',
    'They were not stacked. Each new row repeats their values.',
    'Rename the columns, write another pattern, or take any text with text: true.',
  ],
  'appended-columns': [
    'An appended file lacks columns of the data, or has others.',
    'They are missing in the rows of the file that lacks them, and models that use them leave these rows out.',
    'Compare the names of the columns, and rename those that mean the same.',
  ],
  'unmatched-rows': [
    'Rows of the data have no row with the same key in the merged file.',
    'The merged columns are missing there, and models that use them leave the rows out.',
    'Compare the spelling of the keys that the message names, or complete the file.',
  ],
  'different-labels': [
    'A key of a merge has value labels in both files, and a number means different things.',
    'Rows match by the number.',
    'Check that both files code the values alike.',
  ],
} satisfies Entries;
