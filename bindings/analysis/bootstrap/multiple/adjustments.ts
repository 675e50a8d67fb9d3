/** p-values and q-values of several hypotheses from their p-values alone. */

/** Positions in ascending order of the values; equal values keep their order. */
export function ascending(values: ArrayLike<number>): number[] {
  return Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
}

/** Holm (1979): the i-th smallest of m is multiplied by m - i + 1, and none is below the one before. */
export function holm(pValues: readonly number[]): number[] {
  const out = new Array<number>(pValues.length);
  let highest = 0;
  ascending(pValues).forEach((place, i) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - i) * pValues[place]!));
    out[place] = highest;
  });
  return out;
}

/** Benjamini and Hochberg (1995): q_(i) = min over j >= i of p_(j) m / j. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const m = pValues.length;
  const out = new Array<number>(m);
  let lowest = 1;
  const order = ascending(pValues);
  for (let i = m - 1; i >= 0; i--) {
    lowest = Math.min(lowest, (pValues[order[i]!]! * m) / (i + 1));
    out[order[i]!] = lowest;
  }
  return out;
}

/** Steps of the grid on which sharpened q-values are searched. */
const STEPS = 1000;

/**
 * Sharpened q-values: the smallest q at which the two-stage procedure of Benjamini, Krieger and Yekutieli (2006)
 * rejects, on a grid of thousandths as in Anderson (2008). Stage one rejects r_1 hypotheses by Benjamini and Hochberg
 * at q / (1 + q); stage two uses the same level times m / (m - r_1).
 */
export function sharpenedQ(pValues: readonly number[]): number[] {
  const m = pValues.length;
  const order = ascending(pValues);
  const sorted = order.map((place) => pValues[place]!);
  const out = new Array<number>(m).fill(1);
  // From the largest q down: each hypothesis that is still rejected gets the smaller q.
  for (let step = STEPS; step > 0; step--) {
    const q = step / STEPS;
    const level = q / (1 + q);
    const first = rejections(sorted, level);
    const all = first >= m ? m : rejections(sorted, (level * m) / (m - first));
    for (let i = 0; i < all; i++) out[order[i]!] = q;
    if (all === 0) break;
  }
  return out;
}

/** Number of hypotheses that Benjamini and Hochberg reject at a level. */
function rejections(sorted: readonly number[], level: number): number {
  const m = sorted.length;
  for (let i = m; i > 0; i--) if (sorted[i - 1]! <= (level * i) / m) return i;
  return 0;
}
