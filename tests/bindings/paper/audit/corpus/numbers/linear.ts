/** Least squares, weighted, with instruments and absorbed effects, in plain arithmetic. */
import { constant, type Fit, roleOf, type Stats, termOf } from '../fit.js';
import { cross, inverse, type Matrix, product, times, transposed } from './matrix.js';
import { chiTail, fTail } from './laws.js';

export type Row = Readonly<Record<string, number>>;
export type Covariance = 'classical' | 'HC1' | 'cluster';

export interface Task {
  readonly rows: readonly Row[];
  readonly outcome: string;
  readonly slopes: readonly string[];
  readonly vcov: Covariance;
  readonly cluster?: string;
  readonly weights?: string;
  /** Instruments in the order of `slopes`, where they differ from these; more of them make 2SLS overidentified. */
  readonly instruments?: readonly string[];
  /** Columns whose levels are absorbed. */
  readonly absorb?: readonly string[];
  readonly noConstant?: boolean;
  readonly head?: string;
  readonly words?: Readonly<Record<string, string>>;
  /** Slopes that are estimated and not printed. */
  readonly hidden?: readonly string[];
  readonly law?: 't' | 'z';
}

/** Residuals of columns on dummies of the levels, by alternating projections. */
function demeaned(rows: readonly Row[], names: readonly string[], absorb: readonly string[]) {
  const columns = names.map((name) => rows.map((row) => row[name]!));
  for (const values of columns) {
    for (let round = 0; round < (absorb.length === 1 ? 1 : 200); round++) {
      for (const by of absorb) {
        const sums = new Map<number, [number, number]>();
        rows.forEach((row, i) => {
          const sum = sums.get(row[by]!) ?? [0, 0];
          sums.set(row[by]!, [sum[0] + values[i]!, sum[1] + 1]);
        });
        rows.forEach((row, i) => {
          const [sum, n] = sums.get(row[by]!)!;
          values[i]! -= sum / n;
        });
      }
    }
  }
  return transposed(columns);
}

const levels = (rows: readonly Row[], by: string) => new Set(rows.map((row) => row[by]!)).size;

interface Design {
  readonly y: readonly number[];
  readonly x: Matrix;
  readonly z: Matrix;
  readonly w: readonly number[];
  readonly names: readonly string[];
  readonly nabsorbed: number;
}

function designOf({
  rows,
  outcome,
  slopes,
  instruments,
  absorb = [],
  weights,
  noConstant,
}: Task): Design {
  const w = rows.map((row) => (weights === undefined ? 1 : row[weights]!));
  const withOne = absorb.length === 0 && noConstant !== true;
  const names = [...slopes, ...(withOne ? [constant] : [])];
  const pick = (row: Row, list: readonly string[]) => [
    ...list.map((name) => row[name]!),
    ...(withOne ? [1] : []),
  ];
  if (absorb.length === 0) {
    const x = rows.map((row) => pick(row, slopes));
    const z = instruments === undefined ? x : rows.map((row) => pick(row, instruments));
    return { y: rows.map((row) => row[outcome]!), x, z, w, names, nabsorbed: 0 };
  }
  const inner = [outcome, ...slopes, ...(instruments ?? [])];
  const table = demeaned(rows, inner, absorb);
  const nabsorbed = absorb.reduce((sum, by) => sum + levels(rows, by) - 1, 1);
  const x = table.map((row) => row.slice(1, 1 + slopes.length));
  const z = instruments === undefined ? x : table.map((row) => row.slice(1 + slopes.length));
  return { y: table.map((row) => row[0]!), x, z, w, names, nabsorbed };
}

/** Weighted least squares or 2SLS with one of three covariances. */
export function linearFit(task: Task): Fit {
  const { rows, vcov, cluster = 'g', outcome, hidden = [], head = 'OLS', words = {} } = task;
  const { y, x, z, w, names, nabsorbed } = designOf(task);
  const zz = inverse(cross(z, z, w));
  const zx = cross(z, x, w);
  const first = product(zz, zx);
  const fitted = product(z, first);
  const bread = inverse(cross(fitted, fitted, w));
  const b = times(
    bread,
    cross(
      fitted,
      y.map((value) => [value]),
      w,
    ).map(([value]) => value!),
  );
  const e = y.map((value, i) => value - x[i]!.reduce((sum, a, j) => sum + a * b[j]!, 0));
  const [n, k] = [rows.length, names.length + nabsorbed];
  const ssr = e.reduce((sum, value, i) => sum + w[i]! * value * value, 0);
  const groups = levels(rows, cluster);
  const variance = covarianceOf({
    vcov,
    fitted,
    e,
    w,
    bread,
    n,
    k,
    ssr,
    by: rows.map((row) => row[cluster]!),
  });
  const law = task.law ?? 't';
  const df = law === 'z' ? Infinity : vcov === 'cluster' ? groups - 1 : n - k;
  const terms = names.flatMap((name, i) =>
    hidden.includes(name)
      ? []
      : [termOf([name, roleOf(name)], [b[i]!, Math.sqrt(variance[i]![i]!)], df)],
  );
  const total = rows.map((row) => row[outcome]!);
  const weight = w.reduce((sum, value) => sum + value, 0);
  const mean = total.reduce((sum, value, i) => sum + w[i]! * value, 0) / weight;
  const tss = total.reduce((sum, value, i) => sum + w[i]! * (value - mean) ** 2, 0);
  const within = y.reduce((sum, value, i) => sum + w[i]! * value * value, 0);
  const r2 = 1 - ssr / (task.noConstant === true ? within : tss);
  const slopes = names.map((name, i) => [name, i] as const).filter(([name]) => name !== constant);
  const f = waldF(
    slopes.map(([, i]) => i),
    b,
    variance,
  );
  const df2 = vcov === 'cluster' ? groups - 1 : n - k;
  const ll = -0.5 * n * (Math.log((2 * Math.PI * ssr) / n) + 1);
  return {
    head,
    outcome,
    law,
    terms,
    words,
    stats: {
      n,
      k: names.length,
      r2,
      adjR2: 1 - ((1 - r2) * (n - (task.noConstant === true ? 0 : 1))) / (n - k),
      ...(nabsorbed > 0 && { withinR2: 1 - ssr / within }),
      rmse: Math.sqrt(ssr / (n - k)),
      f,
      df1: slopes.length,
      df2,
      fP: fTail(f, slopes.length, df2),
      ll,
      aic: -2 * ll + 2 * (k + 1),
      bic: -2 * ll + Math.log(n) * (k + 1),
      ymean: mean,
      ysd: Math.sqrt(tss / (n - 1)),
      // As lm() of R: without regard to the kind of errors.
      residualDf: n - k,
      ...(nabsorbed === 0 &&
        task.instruments === undefined && { lmF: (r2 / slopes.length / (1 - r2)) * (n - k) }),
      clusters: groups,
      ...(task.instruments !== undefined && overidentification(task, { e, z, w })),
    },
  };
}

function waldF(slopes: readonly number[], b: readonly number[], variance: Matrix): number {
  if (slopes.length === 0) return NaN;
  const part = inverse(slopes.map((i) => slopes.map((j) => variance[i]![j]!)));
  const beta = slopes.map((i) => b[i]!);
  return times(part, beta).reduce((sum, value, i) => sum + value * beta[i]!, 0) / slopes.length;
}

/** Sargan's test, where there are more instruments than regressors. */
function overidentification(
  { slopes, instruments = [] }: Task,
  { e, z, w }: { readonly e: readonly number[]; readonly z: Matrix; readonly w: readonly number[] },
): Stats {
  const df = instruments.length - slopes.length;
  if (df <= 0) return {};
  const moments = cross(
    z,
    e.map((value) => [value]),
    w,
  ).map(([value]) => value!);
  const form = times(inverse(cross(z, z, w)), moments).reduce(
    (sum, value, i) => sum + value * moments[i]!,
    0,
  );
  const j = (form * e.length) / e.reduce((sum, value, i) => sum + w[i]! * value * value, 0);
  return { j, jDf: df, jP: chiTail(j, df) };
}

interface Scores {
  readonly vcov: Covariance;
  readonly fitted: Matrix;
  readonly e: readonly number[];
  readonly w: readonly number[];
  readonly bread: Matrix;
  readonly n: number;
  readonly k: number;
  readonly ssr: number;
  readonly by: readonly number[];
}

function covarianceOf({ vcov, fitted, e, w, bread, n, k, ssr, by }: Scores): Matrix {
  if (vcov === 'classical') return bread.map((row) => row.map((value) => (value * ssr) / (n - k)));
  const scores = fitted.map((row, i) => row.map((value) => value * e[i]! * w[i]!));
  if (vcov === 'HC1') {
    const meat = cross(scores, scores).map((row) => row.map((value) => (value * n) / (n - k)));
    return product(product(bread, meat), bread);
  }
  const sums = new Map<number, number[]>();
  scores.forEach((row, i) => {
    const sum = sums.get(by[i]!);
    if (sum === undefined) sums.set(by[i]!, [...row]);
    else row.forEach((value, j) => (sum[j]! += value));
  });
  const all = [...sums.values()];
  const factor = (all.length / (all.length - 1)) * ((n - 1) / (n - k));
  return product(
    product(
      bread,
      cross(all, all).map((row) => row.map((value) => value * factor)),
    ),
    bread,
  );
}
