import type { DpdModelInput } from 'wasmetrics/types';

/** Standard normal draws that are the same everywhere: sums of twelve uniforms of a linear congruence. */
function draws(seed: number): () => number {
  let state = seed;
  const uniform = () => (state = (1103515245 * state + 12345) % 2147483648) / 2147483648;
  return () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
}

/** y(t) = 0.5 y(t-1) + x(t) + effect + e(t), with x white noise; unit u has rows 1 to `periods`. */
export function simulatedRows(units: number, periods: number) {
  const normal = draws(7);
  return Array.from({ length: units }, (_, u) => {
    const effect = normal();
    let y = 2 * effect;
    const rows = Array.from({ length: periods + 20 }, (_, t) => {
      const x = normal();
      y = 0.5 * y + x + effect + normal();
      return { id: u + 1, t: t - 19, y, x };
    });
    return rows.slice(20);
  }).flat();
}

export const model: DpdModelInput = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 't' },
  formula: 'y ~ L.y + x',
  gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
  iv: [{ vars: 'x' }],
  system: true,
};
