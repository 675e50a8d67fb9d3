/** Correlation matrices. */
import { symmetricEigen } from '../../numerics/quadratic-form.js';
import type { Check, Checks } from '../check.js';
import type { ColumnView, TableView } from '../view.js';
import { short } from '../words.js';

/**
 * The eigenvalues of a correlation matrix are not negative. Rounding each of p x p entries by at most a unit of the last
 * digit moves an eigenvalue by at most p units (Weyl).
 */
export function positiveSemidefinite({ columns }: TableView): Checks {
  const checks = columns.flatMap((column): Check[] => {
    const matrix = matrixOf(column);
    if (matrix === undefined) return [];
    const { names, values, unit } = matrix;
    const smallest = Math.min(...symmetricEigen(values).values);
    return [
      {
        place: { table: column.table, column: column.column },
        subject: { stat: 'corr' },
        involves: names.map((name) => `corr[${name}]`),
        printed: short(smallest),
        worked: 'the smallest eigenvalue of correlations',
        agrees: () => smallest >= -names.length * unit,
        possible: { low: 0, high: Infinity },
      },
    ];
  });
  return { checks, missing: 0 };
}

/** The matrix of `corr[x]` of the variables of a column; undefined where an entry is missing. */
function matrixOf({ variables }: ColumnView) {
  const having = variables.filter(({ texts }) =>
    Object.keys(texts).some((one) => one.startsWith('corr[')),
  );
  const names = having.map(({ row }) => row);
  if (names.length < 3) return undefined;
  let unit = 0;
  const entry = (i: number, j: number): number | undefined => {
    const printed = having[i]!.stat(`corr[${names[j]!}]`) ?? having[j]!.stat(`corr[${names[i]!}]`);
    if (printed !== undefined) unit = Math.max(unit, printed.unit);
    return i === j ? 1 : printed?.value;
  };
  const values = names.map((_, i) => names.map((__, j) => entry(i, j)));
  if (values.flat().includes(undefined)) return undefined;
  return { names, values: values as number[][], unit };
}
