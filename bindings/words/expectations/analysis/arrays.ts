/** What estimators and resampling of arrays take, in English. */
import { listed } from '../../text/messages.js';
import { says } from '../../told.js';

export const distinctNames = says('distinct-names', 'different texts other than _cons');
export const listOfLabels = says('list-of-labels', 'a list with a label for each row');
export const numberOrText = says('number-or-text', 'a finite number or a text');
export const resultOfArrays = says('result-of-arrays', 'a result of dpd of wasmetrics/estimators');
export const unreservedNames = says(
  'unreserved-names',
  ({ reserved }: { readonly reserved: readonly [string, string, string] }) =>
    `names other than ${reserved[0]}, ${reserved[1]} and ${reserved[2]}`,
);
export const labelInEachRow = says('label-in-each-row', 'a label in each row');
export const namesInArrays = says(
  'names-in-arrays',
  ({ known }: { readonly known: readonly string[] }) => `names among ${listed(known)}`,
);
export const keysOfArrays = says(
  'keys-of-arrays',
  'keys of arrays; only models of tables have this one',
);
export const finiteWithKclass = says('finite-with-kclass', 'a finite number with method kclass');
export const labelsWithCluster = says(
  'labels-with-cluster',
  'labels of the rows with weight cluster',
);
export const timeOfEachRow = says('time-of-each-row', 'a time for each row, as {type} needs one');
export const mostPeriods = says('most-periods', 'at most {most} periods from first to last');
export const typeOrKeys = says(
  'type-or-keys',
  () => 'a type or { type, kernel, bandwidth, small }',
);
export const noWorkersWithFunction = says(
  'no-workers-with-function',
  () =>
    '0 with a function, which cannot be sent to a worker; export it from a module and pass { module, name }',
);
export const functionOrModule = says('function-or-module', () => 'a function, or { module, name }');
export const importableModule = says('importable-module', 'a module that can be imported');
export const exportOf = says('export-of', 'a function that {module} exports');
export const finiteForAllRows = says('finite-for-all-rows', 'finite numbers for all rows');
