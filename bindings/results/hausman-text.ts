/** A Hausman test as text. */
import type { HausmanTest } from '../tests/index.js';
import { columnFormat } from './format.js';
import type { TextTable } from './table.js';
import { testRow, testTableOf } from './tests.js';

/** Coefficients whose difference the test weighs. */
export function hausmanDifferences({ names, difference, stdErrors }: HausmanTest): TextTable {
  const value = columnFormat(Object.values(difference));
  const error = columnFormat(Object.values(stdErrors).flatMap((x) => (x === null ? [] : [x])));
  return {
    columns: [
      { heading: 'consistent less efficient', align: 'left' },
      { heading: 'difference', align: 'right' },
      { heading: 'std. error', align: 'right' },
    ],
    rows: names.map((name) => [name, value(difference[name]!), error(stdErrors[name] ?? NaN)]),
  };
}

/** The test on a line. */
export function hausmanTable({ test }: HausmanTest): TextTable {
  return testTableOf(testRow('Hausman', 'both fits are consistent', test));
}
