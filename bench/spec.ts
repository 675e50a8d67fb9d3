/**
 * The models of the benchmarks, as data: one description that all competitors read. All are two-step
 * system GMM on first differences with h = 3 and an intercept in the level equation.
 */

/** A variable, or its lag by calendar time when `lag` is positive. */
export interface Term {
  readonly variable: string;
  readonly lag: number;
}

/** GMM-style instruments: lags `from` to `to` of `variable`, all available ones when `to` is null. */
export interface GmmGroup {
  readonly variable: string;
  readonly from: number;
  readonly to: number | null;
  readonly collapse: boolean;
}

export interface Spec {
  readonly unit: string;
  readonly time: string;
  readonly depvar: string;
  readonly regressors: readonly Term[];
  readonly gmm: readonly GmmGroup[];
  /** Ordinary instruments: the difference in the differenced rows, the level in the level rows. */
  readonly iv: readonly string[];
}

/** Columns of a table by name; all of one length. A missing value is NaN. */
export type Columns = Readonly<Record<string, Float64Array>>;

/** The employment equation of examples/employment.yaml. */
export const employment: Spec = {
  unit: 'id',
  time: 'year',
  depvar: 'n',
  regressors: [
    { variable: 'n', lag: 1 },
    { variable: 'n', lag: 2 },
    { variable: 'w', lag: 0 },
    { variable: 'k', lag: 0 },
  ],
  gmm: [
    { variable: 'n', from: 2, to: 4, collapse: false },
    { variable: 'w', from: 1, to: 3, collapse: false },
  ],
  iv: ['k'],
};

/** Names of the coefficients in order, as in the package's results: `L1.n`, `w`, ..., `_cons`. */
export function coefficientNames(spec: Spec): string[] {
  const names = spec.regressors.map((term) =>
    term.lag === 0 ? term.variable : `L${term.lag}.${term.variable}`,
  );
  return [...names, '_cons'];
}

/** The same model as a wasmetrics model file, without `data`. */
export function toModel(spec: Spec) {
  return {
    estimator: 'dpd' as const,
    panel: { unit: spec.unit, time: spec.time },
    formula: `${spec.depvar} ~ ${coefficientNames(spec).slice(0, -1).join(' + ')}`,
    transform: 'fd' as const,
    system: true,
    steps: 2 as const,
    h: 3 as const,
    gmm: spec.gmm.map((group) => ({
      vars: [group.variable],
      lags: [group.from, group.to] as [number, number | null],
      collapse: group.collapse,
    })),
    iv: spec.iv.length > 0 ? [{ vars: [...spec.iv] }] : [],
  };
}

/** Reads a plain numeric CSV with a header line: no quotes; an empty field is a missing value. */
export function readColumns(text: string): Columns {
  const lines = text.trim().split(/\r?\n/);
  const names = lines[0]!.split(',');
  const columns = names.map(() => new Float64Array(lines.length - 1));
  for (let row = 1; row < lines.length; row++) {
    lines[row]!.split(',').forEach((field, column) => {
      columns[column]![row - 1] = field === '' ? NaN : Number(field);
    });
  }
  return Object.fromEntries(names.map((name, column) => [name, columns[column]!]));
}

/** Writes columns as CSV; numbers have the fewest digits that read back to the same double. */
export function writeColumns(columns: Columns): string {
  const names = Object.keys(columns);
  const data = Object.values(columns);
  const lines = [names.join(',')];
  for (let row = 0; row < data[0]!.length; row++) {
    lines.push(data.map((column) => (Number.isNaN(column[row]!) ? '' : column[row]!)).join(','));
  }
  return lines.join('\n') + '\n';
}
