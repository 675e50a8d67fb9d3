/** A Hausman test as text. */
import type { HausmanTest } from '../inference/index.js';
import { columnFormat } from '../tables/format.js';
import type { TextTable } from '../tables/table.js';
import { testRow, testTableOf } from './specification-tests.js';

const headings = {
  classical: 'consistent less efficient',
  robust: 'deviation from unit mean',
  generalised: 'first less second fit',
} as const;

/** Coefficients whose difference the test weighs. */
export function hausmanDifferences({
  method,
  names,
  difference,
  stdErrors,
}: HausmanTest): TextTable {
  const value = columnFormat(Object.values(difference));
  const error = columnFormat(Object.values(stdErrors).flatMap((x) => (x === null ? [] : [x])));
  return {
    columns: [
      { heading: headings[method], align: 'left' },
      { heading: 'estimate', align: 'right' },
      { heading: 'std. error', align: 'right' },
    ],
    rows: names.map((name) => [name, value(difference[name]!), error(stdErrors[name] ?? NaN)]),
  };
}

const labels = {
  classical: 'Hausman',
  robust: 'Hausman, clustered by unit',
  generalised: 'Hausman, generalised',
} as const;

/** The test on a line. */
export function hausmanTable({ method, test }: HausmanTest): TextTable {
  const name = labels[method];
  return testTableOf(testRow(name, 'both fits are consistent', test));
}
