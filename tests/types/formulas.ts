/** What the compiler says of columns in formulas; checked by `npm run typecheck`, never run. */
import { type DataInput, dpd, fit, iv, ols, type OlsOptions, panel, type Table } from 'wasmetrics';

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
declare const text: string | undefined;
const columns = { y: [1, 2], x1: [2, 3], z: new Float64Array(2), w: [1, 2] };

export const accepted = [
  ols(columns, 'y ~ x1 + z'),
  ols(columns, { formula: 'y ~ x1*z + x1:w - 1', vcov: 'HC1' }),
  ols(columns, { formula: 'log(y) ~ log(nothing) + x1^2 + I(x1/w) + abs(min(x1, q)) + L2.gone' }),
  ols(columns, { formula: 'y ~ i(w, ref = 2) + poly(x1, 2)' }),
  ols(columns, { formula: 'y ~ . + 0' }),
  ols(columns, { formula: 'regress y x1 nothing, robust' }),
  ols(columns, 'y ~ L.x1 + L2.D.z + L(1:2).w + F.x1 + l.z + i.w + c.x1 + D(1).x1'),
  ols(columns, 'y ~ (x1 + z):w | w^z'),
  ols(columns, 'log(y) ~ L.log(x1) + i(w, ref=2) + factor(z) + `x1` + L.`z` + x1^-1 + 0'),
  ols(columns, 'regress y on anything at all'),
  ols(columns, 'y ~ lag(gone, 1) + poly(missing, 2)'),
  ols({ ...columns, 'a b': [1, 2], 'gdp.pc': [1, 2] }, 'y ~ x1 + `a b` + gdp.pc + L.gdp.pc'),
  ols(columns, { formula: 'y ~ x1', where: 'x1 > 2 && not missing(z) or w in (1, 2) and y != 3' }),
  ols(firms, { formula: 'y ~ x1', where: 'region == "gone east" && x1 >= .5 + y / 2' }),
  ols(columns, { formula: 'y ~ x1', where: 'mean(nothing, by: x1) > 2' }),
  ols(columns, { formula: 'y ~ x1', where: text }),
  // Longer than the compiler can read.
  ols(columns, {
    formula: 'y ~ x1',
    where:
      'x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4 && x1 > 2 && zzz < 3 && w != 4',
  }),
  ols(columns, { formula: 'y ~ ratio', build: { ratio: 'x1 / z' } }),
  fit(columns, { estimator: 'ols', formula: 'y ~ ratio', build: { ratio: 'x1 / z' } }),
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
  // @ts-expect-error the outcome is no column
  ols(columns, 'zzz ~ x1'),
  // @ts-expect-error no name is a column
  ols(columns, 'zzz ~ qqq'),
  // @ts-expect-error zzz is no column
  ols(columns, 'y ~ log(zzz)'),
  // @ts-expect-error zzz is no column
  ols(columns, 'y ~ L(1:2).zzz + x1'),
  // @ts-expect-error zzz is no column
  ols(columns, 'y ~ x1 + i(zzz, ref=2)'),
  // @ts-expect-error there is no such column
  ols(columns, 'y ~ x1 + `a b`'),
  // @ts-expect-error zzz is no column
  ols(columns, 'y ~ x1:zzz'),
  // @ts-expect-error zzz is no column
  ols(columns, { formula: 'y ~ x1', where: 'zzz > 2' }),
  // @ts-expect-error zzz is no column
  ols(columns, { formula: 'y ~ x1', where: 'x1 > 2 && missing(zzz)' }),
  // @ts-expect-error zzz is no column
  fit(columns, { estimator: 'ols', formula: 'y ~ log(zzz)' }),
  // @ts-expect-error the outcome is no column
  fit(firms, { estimator: 'panel', formula: 'profit ~ x1', panel: { unit: 'id', time: 'year' } }),
  // @ts-expect-error zzz is no column
  fit(columns, { estimator: 'ols', formula: 'y ~ x1', where: 'zzz > 2' }),
];
