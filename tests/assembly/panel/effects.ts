/** Categories of rows, and least squares on their dummies by orthogonalisation. */
import { panelOptions } from '../../../bindings/generated/records.js';
import { uniform } from '../dense.js';
import { doubles, integers, record } from '../linear-design.js';

export interface Sample {
  readonly nrows: number;
  /** One array of levels 0 .. levels - 1 for each dimension, every level in use. */
  readonly codes: readonly (readonly number[])[];
  /** Positive, or absent for ones. */
  readonly weights?: readonly number[];
  readonly columns: readonly (readonly number[])[];
}

/** A random sample; its columns are far from zero and partly explained by the levels. */
export function sampleOf(
  nrows: number,
  levels: readonly number[],
  ncolumns: number,
  { seed, weighted = false }: { readonly seed: number; readonly weighted?: boolean },
): Sample {
  const next = uniform(seed);
  const codes = levels.map((count) =>
    Array.from({ length: nrows }, (_, i) =>
      i < count ? i : Math.min(count - 1, Math.floor(((next() + 1) / 2) * count)),
    ),
  );
  const effects = levels.map((count) => Array.from({ length: count }, () => 3 * next()));
  const columns = Array.from({ length: ncolumns }, () => {
    const level = 10 * next();
    return Array.from({ length: nrows }, (_, i) =>
      codes.reduce((sum, code, d) => sum + effects[d]![code[i]!]!, level + next()),
    );
  });
  const weights = Array.from({ length: nrows }, () => 1.5 + next());
  return { nrows, codes, columns, ...(weighted ? { weights } : {}) };
}

/**
 * A sample whose second dimension is a ring in the first: row i is of unit i / 3 and of firm i mod count. With `parts`
 * there are as many rings without a common level. Other dimensions are random.
 */
export function ringOf(
  nrows: number,
  count: number,
  ncolumns: number,
  {
    seed,
    parts = 1,
    weighted = false,
    others = [],
  }: {
    readonly seed: number;
    readonly parts?: number;
    readonly weighted?: boolean;
    readonly others?: readonly number[];
  },
): Sample {
  const length = nrows / parts;
  const firms = Array.from(
    { length: nrows },
    (_, i) => (i % count) + count * Math.floor(i / length),
  );
  const units = Array.from({ length: nrows }, (_, i) => Math.floor(i / 3));
  const drawn = sampleOf(nrows, others, ncolumns, { seed, weighted });
  return { ...drawn, codes: [units, firms, ...drawn.codes] };
}

export const levelCounts = ({ codes }: Sample): number[] => codes.map((c) => Math.max(...c) + 1);

/** The dummies of every level of every dimension. */
export function dummies({ codes }: Pick<Sample, 'codes'>): number[][] {
  return codes.flatMap((code) =>
    Array.from({ length: Math.max(...code) + 1 }, (_, level) =>
      code.map((value) => Number(value === level)),
    ),
  );
}

/** An orthonormal basis of columns under the weights: Gram and Schmidt, each column twice. */
export function basisOf(
  columns: readonly (readonly number[])[],
  weights?: readonly number[],
): number[][] {
  const basis: number[][] = [];
  for (const column of columns) {
    const length = norm(column, weights);
    const rest = residual(column, basis, weights);
    const left = norm(rest, weights);
    if (left > 1e-9 * length) basis.push(rest.map((value) => value / left));
  }
  return basis;
}

/** What a basis leaves of a column. */
export function residual(
  column: readonly number[],
  basis: readonly (readonly number[])[],
  weights?: readonly number[],
): number[] {
  let rest = [...column];
  for (let pass = 0; pass < 2; pass++) {
    for (const direction of basis) {
      const share = inner(rest, direction, weights);
      rest = rest.map((value, i) => value - share * direction[i]!);
    }
  }
  return rest;
}

export function inner(
  a: readonly number[],
  b: readonly number[],
  weights?: readonly number[],
): number {
  return a.reduce((sum, value, i) => sum + (weights?.[i] ?? 1) * value * b[i]!, 0);
}

export function norm(a: readonly number[], weights?: readonly number[]): number {
  return Math.sqrt(inner(a, a, weights));
}

export function meanOf(a: readonly number[], weights?: readonly number[]): number {
  const ones = a.map(() => 1);
  return inner(a, ones, weights) / inner(ones, ones, weights);
}

/** Address of the `PanelOptions` that absorb the dimensions of a sample. */
export function putOptions(sample: Sample, fields: Readonly<Record<string, number>> = {}): number {
  return record(panelOptions, {
    effects: 3,
    constant: -1,
    nabsorbed: sample.codes.length,
    maxIterations: 10_000,
    tolerance: 1e-12,
    codes: integers(sample.codes.flat()),
    levels: integers(levelCounts(sample)),
    ...fields,
  });
}

/** Address of the weights of a sample, 0 without. */
export const putWeights = ({ weights }: Sample): number => (weights ? doubles(weights) : 0);
