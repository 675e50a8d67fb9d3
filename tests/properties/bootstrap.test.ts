/** The bootstrap of units: what a replicate is, and that nothing else changes it. */
import { describe, expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, fitModel, type FitResult } from 'wasmetrics';
import type { DpdModelInput } from 'wasmetrics/types';
import { loadKernels } from '../assembly/load.js';
import {
  type Columns,
  expectClose,
  modelOf,
  repeatUnits,
  simulate,
  withoutIdleUnits,
} from './panels.js';

const { kernels, getInts, scope } = loadKernels();
const STATUS_BITS = 255;
const SINGULAR = 256;

/** How often replicate `replicate` draws each unit. */
function counts(units: number, replicate: number, seed: number): number[] {
  return scope(() => {
    const out = kernels.alloc(4 * units);
    kernels.seed(seed | 0, Math.floor(seed / 2 ** 32));
    kernels.multinomial(units, replicate, out);
    return [...getInts(out, units)];
  });
}

/** The replicates as rows: parameters, then the objective. */
async function replicates(fit: FitResult, options: BootstrapOptions) {
  const { values, statuses, width } = await bootstrap(fit, options).replicates;
  return Array.from(statuses, (status, r) => ({
    status: status & STATUS_BITS,
    singular: (status & SINGULAR) !== 0,
    values: [...values.subarray(r * width, (r + 1) * width)],
  }));
}

interface Refit {
  readonly panel: Columns;
  readonly model: DpdModelInput;
  readonly reps: number;
  readonly seed: number;
}

/** Compares every replicate with a fit of its table of drawn units; returns how many were singular. */
async function compareWithRefits(
  { panel, model, reps, seed }: Refit,
  tolerance: number,
): Promise<number> {
  const fit = await fitModel(panel, model);
  expect(fit.ngroups).toBe(new Set(panel['unit']).size); // units without a row are not drawn
  const rows = await replicates(fit, { reps, seed, recenter: false, workers: 0 });
  let singular = 0;
  for (const [replicate, row] of rows.entries()) {
    const drawn = repeatUnits(panel, counts(fit.ngroups!, replicate, seed));
    const again = await fitModel(drawn, { ...model, vcov: { type: 'unadjusted' } });
    expect(row.status).toBe(0);
    Object.entries(again.params).forEach(([name, value], j) => {
      const size = Math.max(Math.abs(value), again.stdErrors[name]!);
      const distance = Math.abs(row.values[j]! - value) / size;
      expect(distance, `replicate ${replicate}, ${name}`).toBeLessThan(tolerance);
    });
    if (model.steps === 1) expect(row.values.at(-1)).toBeNaN();
    else expectClose(row.values.at(-1)!, again.tests.hansen!.stat!, 1e-6, 'objective');
    singular += Number(row.singular);
  }
  return singular;
}

describe('a replicate', () => {
  const panel = withoutIdleUnits(simulate({ units: 160, periods: 7, seed: 5, holes: 0.05 }));

  test.each([
    ['two-step system', {}],
    ['two-step difference', { system: false }],
    ['one-step system with h = 2', { steps: 1, h: 2 }],
    ['two-step system in forward deviations with h = 1', { transform: 'fod', h: 1 }],
    ['one-step difference, exactly identified', { steps: 1, system: false, gmm: exactGroups() }],
  ] as const)('of a %s model is a fit on the drawn units', async (_, options) => {
    const model = modelOf({ steps: 2, ...options });
    const singular = await compareWithRefits({ panel, model, reps: 40, seed: 2 ** 40 + 3 }, 1e-10);
    expect(singular).toBe(0);
  });

  test('with singular weighting matrices is a fit with their Moore-Penrose inverses', async () => {
    const few = simulate({ units: 16, periods: 8, seed: 6 });
    const model = modelOf({ gmm: [{ vars: 'y x1', lags: [2, 4] }] });
    // A generalised inverse divides by the smallest eigenvalue that counts, and the two roads sum the
    // units in another order: rounding is multiplied by the condition of the range, up to about 1e6.
    const singular = await compareWithRefits({ panel: few, model, reps: 40, seed: 4 }, 1e-7);
    expect(singular).toBe(40);
  });

  test('depends on seed and number only, not on workers, chunks or how many there are', async () => {
    const fit = await fitModel(panel, modelOf({}));
    const run = (workers: number, reps = 700) =>
      bootstrap(fit, { reps, seed: 9, workers }).replicates;
    const [alone, one, two, short] = await Promise.all([run(0), run(1), run(2), run(0, 33)]);
    for (const other of [one, two]) {
      expect(other.values).toEqual(alone.values);
      expect(other.statuses).toEqual(alone.statuses);
    }
    expect(short.values).toEqual(alone.values.subarray(0, short.values.length));
    const other = await bootstrap(fit, { reps: 33, seed: 10, workers: 0 }).replicates;
    expect(other.values[0]).not.toBe(short.values[0]);
  });

  test('does not depend on the order of the rows', async () => {
    const reversed = Object.fromEntries(
      Object.entries(panel).map(([name, values]) => [name, [...values].reverse()]),
    );
    const [first, second] = await Promise.all(
      [panel, reversed].map(async (columns) => {
        const fit = await fitModel(columns, modelOf({}));
        return bootstrap(fit, { reps: 100, seed: 3, workers: 0 }).result;
      }),
    );
    expect(second).toEqual(first);
  });
});

function exactGroups() {
  return [{ vars: 'y x1', lags: [2, 2], collapse: true }] as const;
}

describe('recentring', () => {
  const panel = simulate({ units: 200, periods: 8, seed: 11 });

  test('brings the mean of the objective near its degrees of freedom, and not without', async () => {
    const fit = await fitModel(panel, modelOf({}, true));
    const df = fit.rankInstruments! - Object.keys(fit.params).length;
    const mean = async (recenter: boolean) => {
      const rows = await replicates(fit, { reps: 2000, seed: 1, recenter, workers: 0 });
      return rows.reduce((sum, { values }) => sum + values.at(-1)!, 0) / rows.length;
    };
    const [recentred, plain] = [await mean(true), await mean(false)];
    // The standard error of the mean is sqrt(2 df / 2000), about 0.05 df; the limits are far wider.
    expect(recentred).toBeGreaterThan(0.7 * df);
    expect(recentred).toBeLessThan(1.4 * df);
    expect(plain).toBeGreaterThan(recentred + 0.5 * fit.tests.hansen!.stat!);
  });

  test('is not done where the model is exactly identified, and changes no bit there', async () => {
    const fit = await fitModel(panel, modelOf({ system: false, gmm: exactGroups() }));
    const [yes, no] = await Promise.all(
      [true, false].map(
        (recenter) => bootstrap(fit, { reps: 50, seed: 1, recenter, workers: 0 }).result,
      ),
    );
    expect(yes!.recenter).toBe(false);
    expect(yes).toEqual(no);
  });
});

describe('a run', () => {
  const fitted = fitModel(simulate({ units: 60, periods: 8, seed: 5 }), modelOf({}, true));

  test('reports progress that only grows, and ends with all of it', async () => {
    const run = bootstrap(await fitted, { reps: 2000, seed: 1, workers: 1 });
    const steps: number[] = [];
    for await (const { done, total, failed, secondsElapsed, secondsLeft } of run) {
      steps.push(done);
      expect([total, failed]).toEqual([2000, 0]);
      expect(secondsElapsed).toBeGreaterThan(0);
      expect(secondsLeft).toBeGreaterThanOrEqual(0);
    }
    expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(2000);
  });

  test('that is stopped gives what is done, marked as partial', async () => {
    const stop = new AbortController();
    const options = { reps: 1_000_000, seed: 1, workers: 0, signal: stop.signal };
    const run = bootstrap(await fitted, options);
    for await (const { done } of run) if (done > 100) stop.abort();
    const result = await run.result;
    expect(result.partial).toBe(true);
    expect(result.completed).toBeGreaterThan(100);
    expect(result.completed).toBeLessThan(result.reps);
    expect(result.warnings.map(({ code }) => code)).toEqual(['partial-bootstrap']);
    const { values, completed } = await run.replicates;
    const again = bootstrap(await fitted, { reps: completed, seed: 1, workers: 0 });
    expect((await again.result).stdErrors).toEqual(result.stdErrors);
    expect((await again.replicates).values).toEqual(values);
  });

  test('that could not fit into memory is refused before it starts', async () => {
    const fit = await fitted;
    expect(() => bootstrap(fit, { reps: 1e9 })).toThrow(/1000000000 replicates .* take \d+ bytes/);
    expect(() => bootstrap(fit, { reps: 1000, memory: 1e5 })).toThrow(
      /1000 replicates of 5 numbers take \d+ bytes; expected less than 100000$/,
    );
  });

  test('that is stopped before anything is done rejects with the reason', async () => {
    const reason = new Error('no time');
    const signal = AbortSignal.abort(reason);
    const run = bootstrap(await fitted, { reps: 100, workers: 0, signal });
    await expect(run.result).rejects.toBe(reason);
  });
});

describe('failed replicates', () => {
  /** A panel in which regressor d1 moves in unit 1 only, and d2 in unit 2 only. */
  function rare(units: number): Columns {
    const panel = simulate({ units, periods: 8, seed: 21 });
    const only = (label: number) =>
      panel['unit']!.map((unit, row) => (unit === label ? panel['z1']![row]! ** 2 : 0));
    return { ...panel, d1: only(1), d2: only(2) };
  }

  function rareModel(...names: string[]): DpdModelInput {
    const formula = `y ~ L.y + z1 + ${names.join(' + ')}`;
    const iv = [{ vars: ['z1', ...names] }];
    const gmm = [{ vars: 'y', lags: [2, 3], collapse: true }] as const;
    return modelOf({ formula, gmm, iv, system: false });
  }

  test('are those that lose a regressor, counted with the reason and not drawn again', async () => {
    const fit = await fitModel(rare(40), rareModel('d1'));
    const run = bootstrap(fit, { reps: 300, seed: 8, workers: 0 });
    const { statuses, values, width, failed } = await run.replicates;
    const lost = Array.from(statuses, (_, r) => counts(40, r, 8)[0] === 0);
    expect(Array.from(statuses, (status) => (status & STATUS_BITS) !== 0)).toEqual(lost);
    lost.forEach((isLost, r) => expect(Number.isNaN(values[r * width]!)).toBe(isLost));
    const result = await run.result;
    const expected = lost.filter(Boolean).length;
    expect(expected).toBeGreaterThan(80);
    expect([failed, result.failed, result.completed]).toEqual([expected, expected, 300]);
    expect(result.failures).toMatchObject([
      { reason: 'the parameters are not identified in the resample', replicates: expected },
    ]);
    expect(result.warnings.map(({ code }) => code)).toContain('failed-replicates');
  });

  test('that are more than half end in a ConvergenceError', async () => {
    const fit = await fitModel(rare(40), rareModel('d1', 'd2'));
    const { result } = bootstrap(fit, { reps: 300, seed: 8, workers: 0 });
    await expect(result).rejects.toMatchObject({
      name: 'ConvergenceError',
      code: 'too-many-failed-draws',
      exitCode: 6,
      detail: { completed: 300 },
    });
    await expect(result).rejects.toThrow(
      /^bootstrap: \d+ of 300 replicates failed; expected at most half: the parameters are not identified/,
    );
  });
});

describe('bootstrap refuses', () => {
  const fitted = fitModel(simulate({ units: 40, periods: 8, seed: 5 }), modelOf({}));

  test('a result that was read from JSON, as its data are not there', async () => {
    const read = JSON.parse(JSON.stringify(await fitted)) as FitResult;
    expect(() => bootstrap(read, { reps: 10 })).toThrowError(
      expect.objectContaining({ name: 'InputError', code: 'result-without-data', exitCode: 3 }),
    );
  });

  test.each([
    ['reps', 0, 'a whole number of at least 1'],
    ['reps', -5, 'a whole number of at least 1'],
    ['reps', 10.5, 'a whole number of at least 1'],
    ['reps', NaN, 'a whole number of at least 1'],
    ['seed', -1, 'a whole number from 0 to 9007199254740991'],
    ['seed', 0.5, 'a whole number from 0 to 9007199254740991'],
    ['seed', 2 ** 53, 'a whole number from 0 to 9007199254740991'],
    ['workers', -1, 'a whole number of at least 0'],
    ['workers', 1.5, 'a whole number of at least 0'],
    ['level', 0, 'a confidence level from 0.5 to below 1, such as 0.95'],
    ['level', 1, 'a confidence level from 0.5 to below 1, such as 0.95'],
    ['level', NaN, 'a confidence level from 0.5 to below 1, such as 0.95'],
    ['ci', 'normal', 'a list of names among percentile, basic, normal, studentized, bca, inverted'],
    [
      'ci',
      ['tilted'],
      'a list of names among percentile, basic, normal, studentized, bca, inverted',
    ],
    ['pValue', 'upper', 'one of symmetric, equal-tail, greater, less'],
    ['precision', 0, 'a number between 0 and 1'],
    ['precision', 1, 'a number between 0 and 1'],
  ])('%s = %s', async (name, value, expected) => {
    const fit = await fitted;
    const options = { reps: 10, [name]: value };
    expect(() => bootstrap(fit, options)).toThrowError(
      expect.objectContaining({
        name: 'InputError',
        code: 'bad-value',
        message: `bootstrap: ${name}: expected ${expected}, found ${typeof value === 'object' ? JSON.stringify(value) : value}`,
      }),
    );
  });
});
