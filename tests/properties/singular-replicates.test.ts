import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel } from 'wasmetrics';
import { type Columns, mapColumns, modelOf, simulate } from './panels.js';

const model = modelOf({ system: true });

/** Every value moved by at most an ulp or so, one way or the other. */
function nudged(panel: Columns): Columns {
  return mapColumns(panel, (values, name) =>
    name === 'unit' || name === 'time'
      ? values
      : values.map((value, row) => value * (1 + (row % 3) * 2.2e-16)),
  );
}

async function replicatesOf(panel: Columns) {
  const fit = await fitModel(panel, model);
  const options = { reps: 100, seed: 3, workers: 0 } as const;
  return { fit, ...(await bootstrap(fit, options).replicates) };
}

describe('replicates that draw about as many units as there are instruments', () => {
  test('take the Moore-Penrose inverse by the units drawn and not by rounding', async () => {
    const panel = simulate({ units: 42, periods: 6, seed: 5 });
    const { fit, statuses, values, width } = await replicatesOf(panel);
    const other = await replicatesOf(nudged(panel));
    const singular = statuses.filter((status) => status === 256).length;
    expect(singular).toBeGreaterThan(10);
    expect(singular).toBeLessThan(90);
    expect(other.statuses).toEqual(statuses);
    Object.values(fit.stdErrors).forEach((stdError, j) => {
      statuses.forEach((_, r) => {
        const distance = Math.abs(other.values[r * width + j]! - values[r * width + j]!);
        expect(distance / stdError).toBeLessThan(1e-5);
      });
    });
  });
});
