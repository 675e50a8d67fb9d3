/** What the compiler says of columns in formulas; checked by `npm run typecheck`, never run. */
import { type DataInput, dpd, iv, ols, type OlsOptions, panel, type Table } from 'wasmetrics';

interface Firm {
  id: number;
  year: number;
  y: number;
  x1: number;
  x2?: number | null;
  region: string;
}
class Columns {
  y = new Float64Array(3);
  x1 = [1, 2, 3];
}
declare const firms: Firm[];
declare const table: Table;
declare const anything: DataInput;
declare const byName: Record<string, number[]>;
declare const map: Map<'y' | 'x1', number[]>;
declare const formula: string;
const columns = { y: [1, 2], x1: [2, 3], z: new Float64Array(2), w: [1, 2] };

export const accepted = [
  ols(columns, 'y ~ x1 + z'),
  ols(columns, { formula: 'y ~ x1*z + x1:w - 1', vcov: 'HC1' }),
  ols(columns, { formula: 'log(y) ~ log(nothing) + x1^2 + I(x1/w) + abs(min(x1, q)) + L2.gone' }),
  ols(columns, { formula: 'y ~ i(w, ref = 2) + poly(x1, 2)' }),
  ols(columns, { formula: 'y ~ . + 0' }),
  ols(columns, { formula: 'regress y x1 nothing, robust' }),
  ols(columns, { formula: 'y ~ x1 + `a b`' }),
  ols(columns, { formula: 'y ~ ratio', build: { ratio: 'x1 / z' } }),
  ols(columns, { formula }),
  ols(firms, { formula: 'y ~ x1 + x2 | region + year' }),
  ols(new Columns(), 'y ~ x1'),
  ols(map, 'y ~ x1'),
  ols(table, 'y ~ whatever'),
  ols(anything, 'y ~ whatever'),
  ols(byName, 'y ~ whatever'),
  ols({ ...byName, ratio: [1, 2] }, 'y ~ x1 + ratio'),
  iv(columns, { formula: 'y ~ w | x1 ~ z' }),
  panel(firms, { formula: 'y ~ x1', panel: { unit: 'id', time: 'year' } }),
  dpd(firms, {
    formula: 'y ~ L.y + x1',
    panel: { unit: 'id', time: 'year' },
    gmm: [{ vars: 'y' }],
  }),
];

const options: OlsOptions = { formula: 'y ~ x1' };

export const alsoAccepted = ols(columns, options);

export const refused = [
  // @ts-expect-error x3 is no column
  ols(columns, 'y ~ x1 + x3'),
  // @ts-expect-error x3 is no column
  ols(columns, { formula: 'y ~ log(x1) + z + x3' }),
  // @ts-expect-error the outcome is no column
  ols(firms, { formula: 'profit ~ x1 + x2' }),
  // @ts-expect-error firm is no column
  ols(firms, { formula: 'y ~ x1 | firm' }),
  // @ts-expect-error q is no column
  iv(columns, { formula: 'y ~ w | x1 ~ q' }),
  // @ts-expect-error the key is misspelt
  ols(columns, { formula: 'y ~ x1', vcof: 'HC1' }),
  // @ts-expect-error there is no such covariance
  ols(columns, { formula: 'y ~ x1', vcov: 7 }),
  // @ts-expect-error the formula is missing
  ols(columns, { vcov: 'HC1' }),
];
