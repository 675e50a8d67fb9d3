/** Least squares by the normal equations, for small well-conditioned designs. */

export interface PlainFit {
  readonly params: readonly number[];
  readonly stdErrors: readonly number[];
}

/** Undefined if a pivot is small: the design is close to collinear. */
function inverse(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let k = 0; k < n; ++k) {
    const largest = rows.slice(k).reduce((a, b) => (Math.abs(b[k]!) > Math.abs(a[k]!) ? b : a));
    if (Math.abs(largest[k]!) < 1e-6 * Math.abs(matrix[k]![k]!)) return undefined;
    const at = rows.indexOf(largest);
    [rows[k], rows[at]] = [rows[at]!, rows[k]!];
    const pivot = rows[k]![k]!;
    rows[k] = rows[k]!.map((value) => value / pivot);
    for (let i = 0; i < n; ++i) {
      if (i === k) continue;
      const factor = rows[i]![k]!;
      rows[i] = rows[i]!.map((value, j) => value - factor * rows[k]![j]!);
    }
  }
  return rows.map((row) => row.slice(n));
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/**
 * Weighted least squares of `y` on the columns `x`, with conventional, HC0 or HC1 errors. Weights are scaled to sum to
 * the rows. Undefined for a design that is close to collinear or has few rows.
 */
export function plainFit(
  x: readonly (readonly number[])[],
  y: readonly number[],
  weights: readonly number[] | undefined,
  robust: 'HC0' | 'HC1' | undefined,
): PlainFit | undefined {
  const [n, k] = [y.length, x.length];
  if (n < k + 5) return undefined;
  const total = weights?.reduce((sum, one) => sum + one, 0) ?? n;
  const roots = y.map((_, i) => Math.sqrt(((weights?.[i] ?? 1) * n) / total));
  const scaled = (column: readonly number[]) => column.map((value, i) => value * roots[i]!);
  const [design, outcome] = [x.map(scaled), scaled(y)];
  const gram = inverse(design.map((a) => design.map((b) => dot(a, b))));
  if (gram === undefined) return undefined;
  const moments = design.map((column) => dot(column, outcome));
  const params = gram.map((row) => dot(row, moments));
  const residuals = outcome.map(
    (value, i) => value - design.reduce((sum, column, j) => sum + column[i]! * params[j]!, 0),
  );
  const factor = robust === 'HC1' ? n / (n - k) : 1;
  const sigma2 = dot(residuals, residuals) / (n - k);
  const stdErrors = gram.map((row, j) => {
    if (robust === undefined) return Math.sqrt(sigma2 * row[j]!);
    const scores = outcome.map(
      (_, i) =>
        residuals[i]! *
        dot(
          row,
          design.map((column) => column[i]!),
        ),
    );
    return Math.sqrt(factor * dot(scores, scores));
  });
  return { params, stdErrors };
}
