/** Errors of the keys of a model and its steps, in English. */
import { says } from '../../told.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

export const severalSamples = says(
  'several-models/key',
  '{key} describes several models, expected one; use fitAll, or write a model for each',
);
export const renamedTwice = says(
  'column-exists/merge',
  '{step} {file}: rename: expected new names that no other column has, found "{column}"; choose another',
);
export const unknownRenamed = says(
  'unknown-column/merge',
  ({
    step,
    file,
    column,
    near,
  }: {
    readonly step: 'append' | 'merge';
    readonly file: string;
    readonly column: string;
    readonly near: Suggestion;
  }) =>
    `${step} ${file}: rename: expected columns of the file, found "${column}"${suggested(near)}`,
);
export const groupedStep = says(
  'no-bootstrap/step',
  '{column}, the {step}, depends on an index in other rows, so the index cannot be rebuilt; expected rebuild false, or the index itself in the model',
);
export const groupedFilter = says(
  'no-bootstrap/filter',
  'the filter {filter} depends on {column} in other rows, so the index cannot be rebuilt; expected rebuild false, or a filter without functions of groups',
);
