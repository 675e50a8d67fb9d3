import { describe, expect, test } from 'vitest';
import { prepareMoments } from '../../../../bindings/analysis/bootstrap/replicator.js';
import { noStatistics } from '../../../../bindings/models/dynamic/replicates/task.js';
import { newEngine } from '../../../../bindings/core/engine/engine.js';
import { contextOf } from '../../../../bindings/models/context.js';
import { fitModel } from '../../../../bindings/models/fit.js';
import { modelOf, simulate } from '../../../properties/panels.js';
import type { DynamicFit } from '../../../../bindings/models/dynamic/fit.js';

/** A bootstrap in which some 60 % of the replicates fail: d1 and d2 move in one unit each. */
async function prepared() {
  const panel = simulate({ units: 40, periods: 8, seed: 21 });
  const only = (label: number) =>
    panel['unit']!.map((unit, row) => (unit === label ? panel['z1']![row]! : 0));
  const model = modelOf({
    formula: 'y ~ L.y + d1 + d2',
    gmm: [{ vars: 'y', lags: [2, 3], collapse: true }],
    iv: [{ vars: 'd1 d2' }],
    system: false,
  });
  const fit = await fitModel({ ...panel, d1: only(1), d2: only(2) }, model);
  const context = contextOf(fit) as DynamicFit;
  const { design } = context.sample;
  const engine = await newEngine();
  const scheme = { scheme: 'cluster', cluster: 'unit' } as const;
  const statistics = noStatistics;
  const task = {
    kind: 'unit-moments',
    scheme,
    design,
    steps: 2,
    moments: null,
    recenter: false,
    thresholds: null,
    seed: 1,
    statistics,
  } as const;
  return { engine, replicator: prepareMoments(engine, task) };
}

describe('a replicator', () => {
  test('gives the same replicates in one chunk and in chunks of any size', async () => {
    const { replicator } = await prepared();
    const { width } = replicator;
    const whole = replicator.run(0, 131);
    for (const size of [1, 31, 32, 33, 100]) {
      for (let first = 0; first < 131; first += size) {
        const count = Math.min(size, 131 - first);
        const { values, statuses } = replicator.run(first, count);
        expect(values).toEqual(whole.values.slice(first * width, (first + count) * width));
        expect(statuses).toEqual(whole.statuses.slice(first, first + count));
      }
    }
  });

  test('needs no memory for failed replicates beside their numbers', async () => {
    const { engine, replicator } = await prepared();
    const before = engine.exports.memory.buffer.byteLength;
    const { statuses, values } = replicator.run(0, 20_000);
    expect(statuses.filter((status) => status !== 0).length).toBeGreaterThan(10_000);
    const grown = engine.exports.memory.buffer.byteLength - before;
    const step = 2 ** 20; // memory grows by at least as much
    expect(grown).toBeLessThanOrEqual(values.byteLength + statuses.byteLength + step);
  });
});
