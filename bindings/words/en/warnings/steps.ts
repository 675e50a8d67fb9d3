/** Warnings about the steps that build columns. */
import { listed } from '../../text/messages.js';
import type { StepWarnings } from '../../details/steps.js';
import type { Sentences } from '../../warning.js';
import { undefinedWords } from '../undefined-values.js';

export const stepWarnings: Sentences<StepWarnings> = {
  'undefined-cells': ({ column, cells, cause, row }) =>
    `build.${column}: ${cells} ${cells === 1 ? 'cell is' : 'cells are'} missing by ${undefinedWords[cause]}, first in row ${row}`,
  'appended-columns': ({ file, absentInFile, absentInData }) => {
    const sides = [
      ...(absentInFile.length === 0 ? [] : [`the file lacks ${listed(absentInFile)}`]),
      ...(absentInData.length === 0 ? [] : [`the data lack ${listed(absentInData)}`]),
    ];
    return `append ${file}: ${sides.join(', and ')}, so these cells are missing; rename columns that mean the same`;
  },
  'unmatched-rows': ({ file, unmatched, rows, columns, keys, alike }) => {
    const looks = /[^\0-\x7f]/.test((alike ?? []).join(''))
      ? ', or with characters that look alike'
      : '';
    const spelling =
      alike === undefined
        ? ''
        : `; the file writes ${alike[0]} as ${alike[1]}, with other zeros, blanks or capitals${looks}`;
    return `merge ${file}: ${unmatched} of ${rows} rows have no match, so they lack ${listed(columns)}; first keys: ${keys.join('; ')}${spelling}`;
  },
  'different-labels': ({ file, column, code, here, there }) =>
    `merge ${file}: "${column}" ${code} is labelled ${here} in the data and ${there} in the file; rows match by the number`,
  'reshape-leading-zeros': ({ path, key, column, number }) =>
    `${path}: leading zeros are left out of {${key}}, so ${column} becomes ${number}; keep them with text: true`,
  'reshape-other-columns': ({ path, key, columns }) => {
    const one = columns.length === 1;
    return `${path}: ${listed(columns)} ${one ? 'matches' : 'match'} the pattern, but without a whole number for {${key}}, so each row repeats ${one ? 'its value' : 'their values'}; text: true takes any text`;
  },
};
